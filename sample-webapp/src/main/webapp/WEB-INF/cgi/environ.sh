#!/bin/sh
# What a script is told: meta-variables.

names='^(GATEWAY|SERVER|REQUEST_|SCRIPT_NAME|PATH_INFO|QUERY)'

echo 'Content-Type: text/plain; charset=utf-8'
echo
env | grep -E "$names" | sort
