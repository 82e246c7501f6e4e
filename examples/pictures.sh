#!/usr/bin/env bash
# Makes the product pictures of the examples from their drawings (needs rsvg-convert: Debian's librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")"
for drawing in */*.svg; do
  rsvg-convert "$drawing" -o "${drawing%.svg}.png"
done
