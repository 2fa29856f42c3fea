/**
 * Programs outside the JVM: launching, pumping and ending them.
 *
 * <p>A {@link dev.gatehouse.process.Launcher} starts a {@link dev.gatehouse.process.Command} and
 * owns the {@link dev.gatehouse.process.RunningProgram} that comes of it, with every process of its
 * group, until it is closed. Strings that reach a program (arguments, environment) are {@linkplain
 * dev.gatehouse.process.NativeStrings native strings}: each char is one byte, U+0000..U+00FF.
 *
 * <p>This package knows nothing of HTTP, and imports the JDK only.
 */
package dev.gatehouse.process;
