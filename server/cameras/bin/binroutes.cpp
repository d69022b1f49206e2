// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/bin/binstore.h"

#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Bin";

/// The route itself requires the scope for only one of the types.
Reply restored(const Restoring &restoring, const Call &call)
{
    const QString id = call.arg(u"datalandmark_id");
    if (const auto device = DeviceId::parse(id)) {
        requireScope(call.caller, Scope::Devices);
        return replyWith(restoring.device(call.caller, *device));
    }
    if (const auto data = DeviceDataId::parse(id)) {
        requireScope(call.caller, Scope::Data);
        return replyWith(restoring.data(call.caller, *data));
    }
    return replyWith(restoring.mark(call.caller, call.id<DeviceMarkId>(u"datalandmark_id")));
}

Scope readingScope(BinItem::Type type)
{
    switch (type) {
    case BinItem::Type::Device:
        return Scope::DevicesRead;
    case BinItem::Type::Data:
        return Scope::DataRead;
    case BinItem::Type::Mark:
        break;
    }
    return Scope::MarksRead;
}

/// Returns the type in the query of a call. Without a type, returns all types that the token may read.
QList<BinItem::Type> typesOf(const Call &call)
{
    const QString wanted = call.query(u"type"_s);
    QList<BinItem::Type> types;
    for (const auto type : {BinItem::Type::Device, BinItem::Type::Data, BinItem::Type::Mark}) {
        if (SqlValue::of(type).toString() == wanted) {
            requireScope(call.caller, readingScope(type));
            return {type};
        }
        if (call.caller.scopes.testFlag(readingScope(type)))
            types += type;
    }
    if (!wanted.isEmpty())
        throw Problem::invalid(u"?type"_s, u"not_allowed"_s, u"Must be device, data, or mark."_s);
    return types;
}
}

RouteTable binRoutes(BinStore &bin, Restoring restoring)
{
    return {
        {
            .method = Method::Get,
            .path = u"/trash"_s,
            .caller = Callers::user(Scope::DataRead),
            .tag = tag,
            .summary = u"List the account's bin, most recently deleted first"_s,
            .query = {Parameters::oneOf(u"type"_s, u"Only this type; default: all types that the token may read"_s,
                                        {u"device"_s, u"data"_s, u"mark"_s})},
            .reply = &BinItem::staticMetaObject,
            .list = true,
            .handle =
                [&bin](const Call &call) {
                    const auto types = typesOf(call);
                    const auto page = PageRequest::from(call);
                    const auto items = bin.list(call.caller.accountId, types, page);
                    return pageOf<BinItem>(call, page, items, &BinStore::cursor,
                                           page.count ? std::optional(bin.count(call.caller.accountId, types))
                                                      : std::nullopt);
                },
        },
        {
            .method = Method::Put,
            .path = u"/restore/:datalandmark_id"_s,
            .caller = Callers::user(Scope::Marks),
            .tag = tag,
            .summary = u"Restore a mark, a DeviceData, or a device with its data from the bin"_s,
            .replies = {&Device::staticMetaObject, &DeviceData::staticMetaObject, &DeviceMark::staticMetaObject},
            .otherStatuses = {410},
            .handle = [restoring = std::move(restoring)](const Call &call) { return restored(restoring, call); },
        },
    };
}
