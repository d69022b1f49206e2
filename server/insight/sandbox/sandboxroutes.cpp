// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"
#include "server/insight/sandbox/sandboxservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Sandbox";

DeviceId deviceOf(const Call &call) { return call.id<DeviceId>(u"device_id"); }
}

RouteTable sandboxRoutes(SandboxService &sandbox)
{
    const Access reader = Callers::user(Scope::DevicesRead);
    const Access writer = Callers::user(Scope::Devices);
    const QString one = u"/sandbox/cameras/:device_id"_s;
    return {
        {
            .method = Method::Get,
            .path = u"/sandbox/catalogue"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"List the scenes that sandbox cameras can show"_s,
            .reply = &SandboxScene::staticMetaObject,
            .list = true,
            .handle = [&sandbox](const Call &call) { return pageOf(call, sandbox.catalogue(), &SandboxScene::title); },
        },
        {
            .method = Method::Post,
            .path = u"/sandbox/cameras"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Add a camera that shows a scene of the catalogue, for the tests of a trial app"_s,
            .body = &NewSandboxCamera::staticMetaObject,
            .reply = &SandboxCamera::staticMetaObject,
            .status = 201,
            .handle =
                [&sandbox](const Call &call) {
                    return replyWith(sandbox.add(call.caller, call.body<NewSandboxCamera>()), 201);
                },
        },
        {
            .method = Method::Get,
            .path = u"/sandbox/cameras"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"List the sandbox cameras of the caller's account"_s,
            .query = {{u"app_id"_s, u"Only the cameras of this app"_s}},
            .reply = &SandboxCamera::staticMetaObject,
            .list = true,
            .handle =
                [&sandbox](const Call &call) {
                    return pageOf(call, sandbox.list(call.caller, QueryValues::id<AppId>(call, u"app_id"_s)),
                                  &SandboxCamera::createdAt, &SandboxCamera::deviceId);
                },
        },
        {
            .method = Method::Get,
            .path = one,
            .caller = reader,
            .tag = tag,
            .summary = u"Get a sandbox camera"_s,
            .reply = &SandboxCamera::staticMetaObject,
            .handle = [&sandbox](const Call &call) { return replyWith(sandbox.get(call.caller, deviceOf(call))); },
        },
        {
            .method = Method::Get,
            .path = one + u"/expected"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"List the marks that a sandbox camera is to have"_s,
            .query = {Parameters::time(u"from"_s,
                                       u"Only marks that start at or after this time (default: 10 minutes ago)"_s),
                      Parameters::time(u"to"_s,
                                       u"Only marks that start before this time (default: 10 minutes from now)"_s)},
            .reply = &ExpectedMark::staticMetaObject,
            .list = true,
            .handle =
                [&sandbox](const Call &call) {
                    const auto [from, to] = QueryValues::range(call);
                    return pageOf(call, sandbox.expected(call.caller, deviceOf(call), from, to),
                                  &ExpectedMark::startedAt);
                },
        },
        {
            .method = Method::Delete,
            .path = one,
            .caller = writer,
            .tag = tag,
            .summary = u"Delete a sandbox camera permanently, with its marks"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&sandbox](const Call &call) {
                    sandbox.remove(call.caller, deviceOf(call), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
