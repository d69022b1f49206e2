// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

/// Assigns rows to columns at the least total cost (Kuhn 1955, in the form of Jonker and Volgenant 1987). Returns for
/// each row its column, or -1. A row is assigned only if its cost is below `mostCost`; with more rows than columns, the
/// others are left over. All rows of `costs` have the same length. It takes a time that grows with the third power of
/// the size.
QList<int> assignment(const QList<QList<double>> &costs, double mostCost);
