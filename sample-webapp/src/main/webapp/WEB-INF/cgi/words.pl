#!/usr/bin/perl
# Counts words: ?text=a+rose+is+a+rose
use strict;
use warnings;

my $text = $ENV{QUERY_STRING};
$text =~ s/^text=//;
$text =~ tr/+/ /;
$text =~ s/%([[:xdigit:]]{2})/chr hex $1/ge;
utf8::decode($text);

my %count;
$count{lc $_}++ for $text =~ /\w+/g;

binmode STDOUT, ':utf8';
print "Content-Type: text/plain; charset=utf-8\n\n";
sub order { $count{$b} <=> $count{$a} || $a cmp $b }
printf "%2d  %s\n", $count{$_}, $_ for sort order keys %count;
