// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/call.h"
#include "server/core/http/routetree.h"

/// What the declaration of a route requires of every request to it. The router asks before it runs the handler, so that
/// no request has a part that is silently ignored.
namespace RequestRules {

/// Requires parameters that the route knows, each with a value: an empty filter must not turn into no filter. Pages of
/// the server are left out, because forms send their empty fields, and so are the sort and the cursor of a list.
/// Throws: Problem 422 with each other parameter.
void requireKnownParameters(const Request &request, const RouteTree::Leaf &leaf);
/// Requires that a change that does not look at `If-Match` is not asked to depend on it (RFC 9110, 13.1.1).
/// Throws: Problem 412.
void requireUnconditional(const Request &request, const Route &route);
/// Requires that a change whose route takes no body has none, or an empty JSON object, which some clients always send.
/// Throws: Problem 415, 400, or 422 with each field.
void requireNoBody(const Call &call, const Route &route);
/// Names a member that the server assigns as such, also where the body has a model of its own without it: a client may
/// send what it has been given, and then it knows what to leave out.
void nameReadOnly(Problem &problem, const Route &route);
}
