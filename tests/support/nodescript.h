// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

class ChildProcess;

/// Runs the programs of tests/node with Node.js: independent clients and providers.
namespace NodeScript {

/// Starts `tests/node/<name>.mjs`, which runs until `process` ends it. `input` is passed as JSON in the environment
/// variable WAYMARK_TEST.
void start(ChildProcess &process, const QString &name, const QJsonObject &input = {});
/// Runs a program to its end, and returns the JSON object in the last line of its output.
///
/// Throws: std::runtime_error with the whole output if the program fails or takes longer than `limit` milliseconds.
QJsonObject run(const QString &name, const QJsonObject &input, int limit = 120'000);
}
