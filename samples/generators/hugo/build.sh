#!/bin/sh
hugo && sessions-widgets build public --output dist "$@"
