//go:build tools

// Package tools names the program that the module is here for, so that Go vendors it with all it needs.
package tools

import _ "github.com/FerretDB/FerretDB/v2/cmd/ferretdb"
