// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/insight/marks/markquery.h"

/// The query parameters of the lists of marks.
namespace MarkParameters {

/// For the documentation; paging and sorting are the router's.
QList<QueryParameter> all();
/// Those, and the ids that other lists have in their path, and `bin`.
QList<QueryParameter> ofAccountList();
/// What the call's path and query ask for. Throws Problem 422, and 404 for ids of another kind in the path.
MarkQuery query(const Call &call);
}
