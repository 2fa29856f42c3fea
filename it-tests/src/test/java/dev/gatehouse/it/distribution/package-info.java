/**
 * The packaged WAR in the containers as their makers distribute them, in processes of their own.
 */
package dev.gatehouse.it.distribution;
