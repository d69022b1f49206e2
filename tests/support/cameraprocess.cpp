// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

CameraProcess::CameraProcess(const QStringList &arguments)
{
    QStringList all{u"--listen"_s, u"127.0.0.1:0"_s};
    if (!arguments.contains(u"--video"_s))
        all.append(u"--scene"_s);
    m_process.start(QStringLiteral(WAYMARK_CAMERA), all + arguments);
    try {
        m_url = QUrl(u"rtsp:"_s + m_process.waitForLine("rtsp:"_ba));
    } catch (const std::runtime_error &error) {
        qWarning("%s", error.what());
    }
}

void CameraProcess::command(const QByteArray &line)
{
    m_process.write(line + '\n');
    m_process.waitForBytesWritten();
}
