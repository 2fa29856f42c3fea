/** The embedded containers, each in a class loader of its own, and what they leave behind. */
package dev.gatehouse.it.container;
