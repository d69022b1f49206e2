// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"

#include <exception>

/// Returns the problem that an exception becomes: 503 if the database is unreachable or has aborted the transaction,
/// 409 if another request was faster, and 500 for every other exception.
Problem problemOf(const std::exception &error);
