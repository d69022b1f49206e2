// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>

/// Keeps one secret over restarts, in the desktop's keychain. If the keychain is missing or refuses, keeps the secret
/// in a file that only its owner can read.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    enum class Place { Keychain, File };

    /// `key` names the entry in the keychain. `file` is the fallback.
    TokenStore(const QString &key, const QString &file, Place place = Place::Keychain, QObject *parent = nullptr);

    /// Loads the secret; empty if there is none. Never calls `done` before load() returns or after the store is
    /// destroyed.
    void load(std::function<void(const QByteArray &)> done);
    void save(const QByteArray &secret);
    void clear();

private:
    void saveToFile(const QByteArray &secret) const;
    QByteArray readFile() const;

    const QString m_key;
    const QString m_file;
    Place m_place;
};
