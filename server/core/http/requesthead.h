// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/framer.h"
#include "server/core/http/message.h"

/// Takes path, query and ID of a request from its head. Path and query are taken from the target as it was sent,
/// because QUrl reads `//name` as a host. The ID is the client's `X-Request-Id` if it is short and plain, and random
/// otherwise.
void takeHead(const RequestHead &head, Request &request);
/// Returns a request without its body: method, path, query, ID, and the fields that are known of the head.
Request requestOf(const RequestHead &head);
