// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tokenstore.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSaveFile>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(tokens, "waymark.client.tokens")

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString service() { return u"Waymark"_s; }
}

TokenStore::TokenStore(const QString &key, const QString &file, Place place, QObject *parent)
    : QObject(parent)
    , m_key(key)
    , m_file(file)
    , m_place(place)
{
}

void TokenStore::load(std::function<void(const QByteArray &)> done)
{
    if (m_place == Place::File) {
        QMetaObject::invokeMethod(
            this, [this, done = std::move(done)] { done(readFile()); }, Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(m_key);
    connect(job, &QKeychain::Job::finished, this, [this, job, done = std::move(done)] {
        const auto error = job->error();
        if (error != QKeychain::NoError && error != QKeychain::EntryNotFound)
            m_place = Place::File;
        const QByteArray secret = job->binaryData();
        // The file may have been written before the keychain became available.
        done(secret.isEmpty() ? readFile() : secret);
    });
    job->start();
}

void TokenStore::save(const QByteArray &secret)
{
    if (m_place == Place::File) {
        saveToFile(secret);
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(m_key);
    job->setBinaryData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, job, secret] {
        if (job->error() == QKeychain::NoError) {
            QFile::remove(m_file);
            return;
        }
        qCInfo(tokens) << "The session is stored in a private file, because the keychain failed:" << job->errorString();
        m_place = Place::File;
        saveToFile(secret);
    });
    job->start();
}

void TokenStore::clear()
{
    QFile::remove(m_file);
    if (m_place == Place::File)
        return;
    auto *job = new QKeychain::DeletePasswordJob(service(), this);
    job->setKey(m_key);
    job->start();
}

void TokenStore::saveToFile(const QByteArray &secret) const
{
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    // Restricts the permissions before writing the secret.
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(secret) == secret.size() && file.commit();
    if (!saved)
        qCWarning(tokens) << "The session cannot be stored, and will end with this program:" << file.errorString();
}

QByteArray TokenStore::readFile() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
