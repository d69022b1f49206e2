// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"

#include <exception>

/// The answer to what the database could not do: 503 while it cannot be reached or gave the transaction up, 409 where
/// another request was faster, and 500 for every other exception.
Problem problemOf(const std::exception &error);
