// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/cameraprocess.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

/// Steps that end-to-end tests share.
namespace Scenario {

/// Returns a port that is free now. A server keeps it over its restarts.
inline QString freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return QString::number(probe.serverPort());
}

/// Lets a person walk through the camera's picture every eight seconds until `seen` returns true. Motion is detected
/// only once the scene has been watched for a while, so that the first walk may be missed.
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
