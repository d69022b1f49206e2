// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"

struct Reply;
struct Request;

/// The errors of OAuth's own endpoints: `{"error", "error_description"}` (RFC 6749, 5.2) in place of problem documents.
/// They travel as Problem, whose code is the `error`.
namespace OAuthError {

Problem invalidRequest(const QString &detail);
/// 401 with the challenge where the client came by HTTP Basic, as RFC 6749, 5.2 wants it.
Problem invalidClient(bool byBasic, const QString &detail);
Problem invalidGrant(const QString &detail);
Problem invalidScope(const QString &detail);

/// For Route::refuse. What is no error of OAuth's, such as a wrong media type, is `invalid_request`; an app or account
/// that is not active is `invalid_client` or `invalid_grant`, its code told as `reason`.
Reply reply(const Problem &problem, const Request &request);
}
