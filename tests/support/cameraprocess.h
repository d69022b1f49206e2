// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QStringList>
#include <QUrl>

/// A simulated camera for the length of a test: waymark-camera, with the generated scene, on a free port.
class CameraProcess
{
public:
    /// Starts the camera and waits until it serves; url() is empty when it does not. `arguments` are added to
    /// `--listen 127.0.0.1:0 --scene`; with `--video` among them the scene is left out.
    explicit CameraProcess(const QStringList &arguments = {});

    QUrl url() const { return m_url; }
    /// Somebody walks through the picture, from now on for four seconds.
    void walk() { command("walk"); }
    void switchLight() { command("light"); }
    void coverLens() { command("dark"); }
    void clear() { command("clear"); }
    /// Hangs up on its clients, and refuses them until resume().
    void hangUp() { command("stop"); }
    void resume() { command("start"); }

    /// SIGTERM; the exit code, or -1 when it does not end within ten seconds.
    int terminate() { return m_process.stop(10'000); }
    ChildProcess &process() { return m_process; }

private:
    void command(const QByteArray &line);

    ChildProcess m_process;
    QUrl m_url;
};
