// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/assignment.h"

#include <algorithm>
#include <limits>

namespace {
/// The prices of rows and columns, and the columns' rows. Row and column 0 stand for none.
struct Prices
{
    QList<double> rows;
    QList<double> columns;
    QList<int> rowOf;
};

/// Adds a row to the assignment along the cheapest augmenting path.
void addRow(int row, const QList<QList<double>> &costs, Prices &prices)
{
    const qsizetype columns = prices.columns.size();
    QList<double> least(columns, std::numeric_limits<double>::infinity());
    QList<int> before(columns, 0);
    QList<bool> done(columns, false);
    prices.rowOf[0] = row;
    int column = 0;
    while (prices.rowOf[column] != 0) {
        done[column] = true;
        const int current = prices.rowOf[column];
        double step = std::numeric_limits<double>::infinity();
        int next = 0;
        for (int other = 1; other < columns; ++other) {
            if (done[other])
                continue;
            const double cost = costs[current - 1][other - 1] - prices.rows[current] - prices.columns[other];
            if (cost < least[other]) {
                least[other] = cost;
                before[other] = column;
            }
            if (least[other] < step) {
                step = least[other];
                next = other;
            }
        }
        for (int other = 0; other < columns; ++other) {
            if (done[other]) {
                prices.rows[prices.rowOf[other]] += step;
                prices.columns[other] -= step;
            } else {
                least[other] -= step;
            }
        }
        column = next;
    }
    for (; column != 0; column = before[column])
        prices.rowOf[column] = prices.rowOf[before[column]];
}
}

QList<int> assignment(const QList<QList<double>> &costs, double mostCost)
{
    const int rows = int(costs.size());
    const int given = rows == 0 ? 0 : int(costs.constFirst().size());
    // A column for each row stands for "none", so that no expensive pair displaces a cheap one.
    QList<QList<double>> padded;
    for (int row = 0; row < rows; ++row) {
        QList<double> line;
        for (const double cost : costs[row])
            line += std::min(cost, mostCost * 2);
        for (int other = 0; other < rows; ++other)
            line += mostCost;
        padded += line;
    }
    Prices prices{QList<double>(rows + 1, 0), QList<double>(given + rows + 1, 0), QList<int>(given + rows + 1, 0)};
    for (int row = 1; row <= rows; ++row)
        addRow(row, padded, prices);
    QList<int> columns(rows, -1);
    for (int column = 1; column <= given; ++column) {
        const int row = prices.rowOf[column];
        if (row != 0 && costs[row - 1][column - 1] < mostCost)
            columns[row - 1] = column - 1;
    }
    return columns;
}
