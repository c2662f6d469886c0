#!/bin/sh
jekyll build && sessions-widgets build _site --output dist "$@"
