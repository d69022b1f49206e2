// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/store/mediastore.h"

#include <QList>
#include <QSet>

#include <mutex>

/// A local copy of the parts of an object that were asked for. The file has the size of the object, with holes where
/// nothing was asked for.
///
/// Thread: any. Requests for one object wait for each other, so that nothing is fetched twice.
class PartialCopy
{
public:
    /// Creates the file. `path` must not have been the path of another copy: a reader may still open that one.
    explicit PartialCopy(QString path);

    const QString &path() const { return m_path; }
    /// Fetches what is missing of the spans. Returns false if the file was removed. Blocks.
    ///
    /// Throws: StoreError, such as DamagedObject if the object does not have the spans, or not the size that is wanted.
    bool fetch(MediaStore &store, const WantedObject &wanted);

private:
    std::mutex m_lock;
    const QString m_path;
    QSet<qint64> m_blocks; ///< that the file has
    qint64 m_size = -1; ///< of the object; negative: not known yet
};
