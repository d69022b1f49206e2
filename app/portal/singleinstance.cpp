// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace {
/// Returns a short name for the data folder, because the path of a local socket is limited in length.
QString socketName(const QString &dataDir)
{
    const QByteArray hash =
        QCryptographicHash::hash(QDir(dataDir).absolutePath().toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"waymark-"_s + QString::fromLatin1(hash.first(16));
}
}

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_dataDir(dataDir)
    , m_lock(dataDir + u"/portal.lock"_s)
{
    // The lock never becomes stale by age. A lock whose owner has died is recognized by its process id.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

void SingleInstance::answer()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestLink);
        // The other process closes the connection once it has written everything.
        const auto end = [this, socket] {
            socket->deleteLater();
            Q_EMIT called(QString::fromUtf8(socket->read(longestLink)));
        };
        if (socket->state() == QLocalSocket::UnconnectedState)
            end();
        else
            connect(socket, &QLocalSocket::disconnected, this, end);
    }
}

bool SingleInstance::acquire()
{
    QDir().mkpath(m_dataDir);
    if (!m_lock.tryLock())
        return false;
    QLocalServer::removeServer(socketName(m_dataDir));
    m_server.listen(socketName(m_dataDir));
    return true;
}

void SingleInstance::callTheOther(const QString &link) const
{
    QLocalSocket socket;
    socket.connectToServer(socketName(m_dataDir));
    if (!socket.waitForConnected(2000))
        return;
    socket.write(link.toUtf8().first(std::min<qsizetype>(link.toUtf8().size(), longestLink)));
    socket.disconnectFromServer(); // once everything is written
    if (socket.state() != QLocalSocket::UnconnectedState)
        socket.waitForDisconnected(2000);
}
