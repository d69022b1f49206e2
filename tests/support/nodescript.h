// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

class ChildProcess;

/// Programs of tests/node, run by Node.js: clients and providers of other people's making.
namespace NodeScript {

/// Starts `tests/node/<name>.mjs`, which goes on until `process` ends it. `input` reaches it as JSON in the environment
/// variable WAYMARK_TEST.
void start(ChildProcess &process, const QString &name, const QJsonObject &input = {});
/// Runs it to its end and answers the JSON object that it wrote as its last line. Throws std::runtime_error with all
/// that it wrote when it fails, or takes longer than `limit` milliseconds.
QJsonObject run(const QString &name, const QJsonObject &input, int limit = 120'000);
}
