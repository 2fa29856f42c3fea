# Sourced by Tomcat's catalina.sh. Heap and other options of a host belong into CATALINA_OPTS.

# Java encodes the environment and arguments of the programs that it starts in this locale.
LC_ALL=${LC_ALL:-C.UTF-8}
export LC_ALL

gatehouse_java=${JRE_HOME:-${JAVA_HOME:-}}
gatehouse_java=${gatehouse_java:+$gatehouse_java/bin/}java
gatehouse_java=$("$gatehouse_java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')

if [ "${gatehouse_java:-0}" -ge 24 ]; then
  # From here on virtual threads do not hold their carrier within a monitor.
  CATALINA_OPTS="-Dgatehouse.virtualThreads=true ${CATALINA_OPTS:-}"
fi
if [ "${gatehouse_java:-0}" -ge 22 ]; then
  # Programs are started through the foreign-function API. Tomcat 11 says this itself, 10.1 does not.
  CATALINA_OPTS="--enable-native-access=ALL-UNNAMED ${CATALINA_OPTS:-}"
else
  # Programs are started by ProcessBuilder: a third faster than with its default.
  CATALINA_OPTS="-Djdk.lang.Process.launchMechanism=VFORK ${CATALINA_OPTS:-}"
fi
# Tomcat stops its applications when it is told to end: programs live until the requests that they
# answer have ended. Otherwise they end at once, beside Tomcat.
CATALINA_OPTS="-Ddev.gatehouse.process.endAtExit=false ${CATALINA_OPTS:-}"
unset gatehouse_java

# A thread that wakes waits for those that compute: a third more requests per second from Python
# workers. Programs inherit it. Who has started Tomcat with a policy keeps that.
case $(chrt --pid $$ 2>/dev/null) in
  *SCHED_OTHER*) chrt --batch --pid 0 $$ ;;
esac
