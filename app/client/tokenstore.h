// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>

/// Keeps one secret over restarts: in the desktop's keychain, and in a file that only its owner may read where there is
/// no keychain, or it refuses.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    enum class Place { Keychain, File };

    /// `key` tells this store's entry from others of the same program; `file` is the way out.
    TokenStore(const QString &key, const QString &file, Place place = Place::Keychain, QObject *parent = nullptr);

    /// Nothing is kept: an empty value. Never calls back before it returns, nor after this store is gone.
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
