// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>

/// Stores one secret over restarts of the program, in the desktop's keychain. If the keychain is missing or fails, the
/// secret is stored in a file that only its owner can read.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    enum class Place { Keychain, File };

    /// `key` names the entry in the keychain. `file` is the fallback.
    TokenStore(const QString &key, const QString &file, Place place = Place::Keychain, QObject *parent = nullptr);

    /// Loads the secret, and passes it to `done`; it is empty if there is none. `done` is never called before load()
    /// returns, nor after the store is destroyed.
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
