// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"

struct Reply;
struct Request;

/// The errors of the OAuth endpoints: `{"error", "error_description"}` (RFC 6749, 5.2) instead of problem documents.
/// They are thrown as Problem, with the `error` as code.
namespace OAuthError {

Problem invalidRequest(const QString &detail);
/// Returns a 401 error, with a challenge if the client used HTTP Basic (RFC 6749, 5.2).
Problem invalidClient(bool byBasic, const QString &detail);
Problem invalidGrant(const QString &detail);
Problem invalidScope(const QString &detail);

/// Returns the answer to a refused request, for Route::refuse. Problems without an OAuth code become `invalid_request`
/// or `server_error`; those of an app become `unauthorized_client`, and those of an account or refresh token
/// `invalid_grant`. The problem's code is then in `reason`.
Reply reply(const Problem &problem, const Request &request);
}
