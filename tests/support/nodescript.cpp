// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nodescript.h"

#include "tests/support/childprocess.h"

#include <QJsonDocument>
#include <QProcessEnvironment>

#include <stdexcept>

using namespace Qt::StringLiterals;

void NodeScript::start(ChildProcess &process, const QString &name, const QJsonObject &input)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"WAYMARK_TEST"_s, QString::fromUtf8(QJsonDocument(input).toJson(QJsonDocument::Compact)));
    process.setProcessEnvironment(environment);
    // Node.js 18 of Debian 12 requires this option for WebCrypto. Later versions ignore it.
    process.start(
        u"node"_s,
        {u"--experimental-global-webcrypto"_s, QStringLiteral(WAYMARK_SOURCE_DIR "/tests/node/%1.mjs").arg(name)});
}

QJsonObject NodeScript::run(const QString &name, const QJsonObject &input, int limit)
{
    ChildProcess process;
    start(process, name, input);
    const bool ended = process.waitForFinished(limit);
    const QByteArray output = process.readAllStandardOutput();
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw std::runtime_error(
            (name.toUtf8() + (ended ? " failed:\n" : " did not end:\n") + output + process.errors()).toStdString());
    const QByteArray last = output.trimmed().split('\n').constLast();
    return QJsonDocument::fromJson(last).object();
}
