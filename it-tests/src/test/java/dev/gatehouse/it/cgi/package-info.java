/** Programs that many people run under CGI, behind CgiServlet in embedded containers. */
package dev.gatehouse.it.cgi;
