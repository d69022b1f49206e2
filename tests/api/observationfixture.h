// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

class TestServer;
struct Observation;

/// Writes observations of cameras as the server keeps them, without waiting for a camera.
namespace ObservationFixture {

/// Writes an hour of observations from `start` on. `areas` has the moving share of the picture by minute: something
/// moves in the middle of the picture for the first ten seconds of these minutes. The file ends with a block that a
/// crash has cut off.
void observe(const TestServer &server, const QString &device, const QDateTime &start, const QMap<int, double> &areas);

/// Writes these observations, in blocks of a minute. The file ends as above. Returns its path below the data folder.
QString observe(const TestServer &server, const QString &device, const QList<Observation> &observations);
}
