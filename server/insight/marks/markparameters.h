// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/insight/marks/markquery.h"

/// The query parameters of the lists of marks.
namespace MarkParameters {

/// Returns the parameters of all lists. The router adds those for paging and sorting.
QList<QueryParameter> all();
/// Returns the parameters of the account's list: those of all(), the ids that other lists have in their path, and
/// `bin`.
QList<QueryParameter> ofAccountList();
/// Returns the filter that the call's path and query describe.
///
/// Throws: 422 for values that are not valid; 404 for ids of another type.
MarkQuery query(const Call &call);
}
