// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QStringList>
#include <QUrl>

/// A simulated camera for a test: waymark-camera with the generated scene on a free port.
class CameraProcess
{
public:
    /// Starts the camera and waits until it is ready. url() is empty if this fails. `arguments` are added to
    /// `--listen 127.0.0.1:0 --scene`; `--video` replaces the scene.
    explicit CameraProcess(const QStringList &arguments = {});

    QUrl url() const { return m_url; }
    /// Lets a person walk through the picture for four seconds.
    void walk() { command("walk"); }
    void switchLight() { command("light"); }
    void coverLens() { command("dark"); }
    void clear() { command("clear"); }
    /// Closes all connections, and refuses new ones until resume().
    void hangUp() { command("stop"); }
    void resume() { command("start"); }

    /// Sends SIGTERM. Returns the exit code, or -1 if the camera does not end within ten seconds.
    int terminate() { return m_process.stop(10'000); }
    ChildProcess &process() { return m_process; }

private:
    void command(const QByteArray &line);

    ChildProcess m_process;
    QUrl m_url;
};
