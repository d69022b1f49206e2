// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/store/storesite.h"

#include "models/core/times.h"
#include "models/identity/account.h"
#include "server/core/db/migrations.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

void StoreSite::writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(QDir().mkpath(path.section(u'/', 0, -2)) && file.open(QFile::WriteOnly)
            && file.write(content) == content.size());
}

QByteArray StoreSite::readFile(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

namespace StoreSite {

Site::Site(const QString &engine)
    : fixture(engine)
{
    migrate(fixture.database);
    Account account;
    account.accountId = AccountId::generate();
    account.createdAt = account.updatedAt = Times::now();
    fixture.database.insert(account);
    device.deviceId = DeviceId::generate();
    device.accountId = account.accountId;
    device.sourceUrl = QUrl(u"rtsp://127.0.0.1/live"_s);
    device.createdAt = device.updatedAt = Times::now();
    fixture.database.insert(device);
    first = std::make_unique<Server>(fixture.address(), objects.path());
    second = std::make_unique<Server>(fixture.address(), objects.path());
}

/// Each fragment has four bytes, and so has the initialization section.
RecordedFile Site::record(const QString &path, const QByteArray &fragments)
{
    RecordedFile row;
    row.recordingId = RecordingId::generate();
    row.deviceId = device.deviceId;
    row.storageId = storeId;
    row.path = path.arg(device.deviceId.toString(), row.recordingId.toString());
    row.initBytes = 4;
    Fragments list;
    for (qint64 offset = 4; offset < 4 + fragments.size(); offset += 4)
        list += {.startMs = 1'764'000'000'000 + 1000 * offset, .durationMs = 4000, .offset = offset, .bytes = 4};
    row.setList(list);
    row.bytes = 4 + fragments.size();
    RecordingStore(fixture.database).save(row);
    writeFile(objects.filePath(row.path), "init" + fragments);
    return row;
}

RecordedFile Site::recordHere()
{
    RecordedFile row = record(recordingPath, "aaaa");
    QFile::remove(objects.filePath(row.path));
    row.storageId = first->storage.id;
    RecordingStore(fixture.database).save(row);
    writeFile(first->storage.path(row), "initaaaa");
    return row;
}

void Site::deleteFirst(RecordingId recording)
{
    RecordedFile row = RecordingStore(fixture.database).find(recording).value();
    SpanStore(fixture.database).noteErasure(row, Times::now());
    row.setList(row.list().mid(1));
    row.bytes -= 4;
    RecordingStore(fixture.database).save(row);
}

DeviceData Site::addPhoto()
{
    DeviceData photo;
    photo.dataId = DeviceDataId::generate();
    photo.accountId = device.accountId;
    photo.deviceId = device.deviceId;
    photo.storageId = first->storage.id;
    photo.createdAt = photo.takenAt = Times::now();
    fixture.database.insert(photo);
    for (const auto &server : {first.get(), second.get()}) // a folder that both have mounted
        writeFile(fileOf(*server, photo).path, "photo");
    return photo;
}

QStringList Site::objectKeys() const
{
    QStringList keys;
    for (QDirIterator it(objects.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        keys += QDir(objects.path()).relativeFilePath(it.next());
    keys.sort();
    return keys;
}
}
