// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/cameraprocess.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

/// Steps that end-to-end tests share.
namespace Scenario {

/// Returns a port that is free at present, for a server that uses the same port after each restart.
inline QString freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return QString::number(probe.serverPort());
}

/// Lets a person walk through the camera's picture every eight seconds until `seen` returns true. The first walk may be
/// missed, because motion is detected only after the scene was learned.
template <typename Seen>
bool walkUntil(CameraProcess &camera, Seen seen, int patience)
{
    QElapsedTimer sinceWalk;
    const auto walkOrSee = [&] {
        if (seen())
            return true;
        if (!sinceWalk.isValid() || sinceWalk.hasExpired(8000)) {
            camera.walk();
            sinceWalk.start();
        }
        return false;
    };
    return QTest::qWaitFor(walkOrSee, patience);
}
}
