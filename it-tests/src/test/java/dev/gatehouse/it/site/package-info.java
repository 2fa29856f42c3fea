/** The pages of the WAR in a real browser. */
package dev.gatehouse.it.site;
