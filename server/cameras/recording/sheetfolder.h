// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

/// The contact sheets of a camera, which are kept beside its recordings. A sheet is removed with the first recording
/// that it shows, and the oldest sheets are removed when there are many.
///
/// Thread: any.
class SheetFolder
{
public:
    static constexpr int most = 200; ///< sheets of a camera

    /// `recordings` is the folder of the camera's recordings.
    explicit SheetFolder(const QString &recordings);

    /// What a sheet shows.
    struct Sheet
    {
        qint64 fromMs = 0; ///< milliseconds since the epoch
        qint64 toMs = 0;
        int columns = 0;
        int rows = 0;
        int width = 0; ///< of a picture in pixels
        QString source = {}; ///< names what is recorded in this time; another name after a part was deleted
    };
    /// Returns an empty array if the sheet is not kept.
    QByteArray read(const Sheet &sheet) const;
    /// Keeps a sheet. A disk that refuses it is not an error.
    void write(const Sheet &sheet, const QByteArray &jpeg) const;
    /// Removes the sheets that show a part of this time.
    void removeBetween(qint64 fromMs, qint64 toMs) const;
    /// Removes the sheets for whose time `isRecorded` returns false, and the folder if it is empty then.
    void removeUnless(const std::function<bool(qint64 fromMs, qint64 toMs)> &isRecorded) const;
    void remove(const Sheet &sheet) const;

private:
    void removeWhere(const std::function<bool(qint64 fromMs, qint64 toMs)> &isUnwanted) const;
    QString pathOf(const Sheet &sheet) const;

    const QString m_folder;
};
