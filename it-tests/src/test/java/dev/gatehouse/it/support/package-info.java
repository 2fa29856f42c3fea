/** What tests of every kind need: waiting, log records, JDKs, ports, processes, golden tables. */
package dev.gatehouse.it.support;
