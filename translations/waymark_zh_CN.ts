<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Support access</source>
        <translation>客服访问</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
    <message>
        <source>The changes to your profile are not saved.</source>
        <translation>对资料的更改尚未保存。</translation>
    </message>
    <message>
        <source>Your password is not changed yet.</source>
        <translation>您的密码尚未更改。</translation>
    </message>
    <message>
        <source>Plans and orders</source>
        <translation>套餐和订单</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts and servers</source>
        <translation>账户与服务器</translation>
    </message>
    <message>
        <source>Enter an address such as https://waymark.example.org.</source>
        <translation>请输入类似 https://waymark.example.org 的地址。</translation>
    </message>
    <message>
        <source>Remove an account first: no more fit in the list.</source>
        <translation>请先移除一个账户：列表已满。</translation>
    </message>
    <message>
        <source>You stay signed in to each account until you sign out or remove it.</source>
        <translation>在退出登录或移除账户之前，您会保持登录状态。</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>This portal’s server: %1</source>
        <translation>本门户的服务器：%1</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open %1 on %2</source>
        <translation>打开 %2 上的 %1</translation>
    </message>
    <message>
        <source>Remove %1 on %2</source>
        <translation>移除 %2 上的 %1</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>退出登录并移除</translation>
    </message>
    <message>
        <source>Server of another account</source>
        <translation>另一个账户的服务器</translation>
    </message>
    <message>
        <source>Leave this empty for another account on this portal’s own server.</source>
        <translation>留空则在本门户自己的服务器上添加另一个账户。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>添加账户</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>No matching activity</source>
        <translation>没有符合条件的记录</translation>
    </message>
    <message>
        <source>Sign-ins, changes to keys and roles, and every access by support staff are recorded here.</source>
        <translation>登录、密钥与角色的变更，以及客服人员的每次访问都会记录在此。</translation>
    </message>
    <message>
        <source>%1 (support)</source>
        <translation>%1（客服）</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
</context>
<context>
    <name>AddCameraDialog</name>
    <message>
        <source>Add camera</source>
        <translation>添加摄像头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>大门</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>User name (optional)</source>
        <translation>用户名（可选）</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>密码（可选）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Waymark records the camera continuously. Recordings are kept as long as your plan and the server allow; the oldest are deleted first. You can change both in the camera&apos;s settings.</source>
        <translation>Waymark 会连续录制此摄像头。录像的保留时间取决于套餐和服务器，最先删除最早的录像。两者均可在摄像头的设置中更改。</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Street and number</source>
        <translation>街道和门牌号</translation>
    </message>
    <message>
        <source>Address line 2</source>
        <translation>地址第 2 行</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>State or region</source>
        <translation>省 / 地区</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Two-letter code, such as DE or CN</source>
        <translation>两位字母代码，例如 CN 或 DE</translation>
    </message>
</context>
<context>
    <name>AnalysisForm</name>
    <message>
        <source>Objects</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>Always look for objects</source>
        <translation>始终检测物体</translation>
    </message>
    <message>
        <source>People, vehicles, and animals are found even if the rule doesn&apos;t ask for them. You can then try new rules on the past. While something moves, this takes up to half a processor core of the server.</source>
        <translation>即使规则没有要求，也会检测人、车辆和动物。这样您就可以用过去的画面试用新规则。画面中有移动时，这最多占用服务器半个处理器核心。</translation>
    </message>
    <message>
        <source>This server can&apos;t find objects now. Ask its administrator.</source>
        <translation>此服务器目前无法检测物体。请联系其管理员。</translation>
    </message>
</context>
<context>
    <name>AppErrorsCard</name>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Failed calls in the last 24 hours, by code</source>
        <translation>过去 24 小时内失败的调用（按代码）</translation>
    </message>
    <message>
        <source>No call has failed in the last 24 hours.</source>
        <translation>过去 24 小时内没有失败的调用。</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>最近一次：%1</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>AppPage</name>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Trial until %1, %2 calls per day</source>
        <translation>试用至 %1，每天 %2 次调用</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Redirect URIs, one per line</source>
        <translation>重定向 URI，每行一个</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>No calls in the last 30 days. New calls appear here within seconds.</source>
        <translation>最近 30 天没有调用。新的调用会在数秒内显示。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Web origins, one per line</source>
        <translation>网页来源，每行一个</translation>
    </message>
    <message>
        <source>Delete app</source>
        <translation>删除应用</translation>
    </message>
    <message>
        <source>The app&apos;s keys stop working, and everyone who uses the app is signed out. To permanently delete the app, enter its name.</source>
        <translation>应用的密钥将失效，所有使用者都会退出登录。输入应用名称以永久删除。</translation>
    </message>
    <message>
        <source>App name</source>
        <translation>应用名称</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The new key is shown only once. Copy it before you leave.</source>
        <translation>新密钥只显示一次。离开前请先复制。</translation>
    </message>
    <message>
        <source>The changes to this app are not saved.</source>
        <translation>对此应用的更改尚未保存。</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Today: %1 calls, %2 failed</source>
        <translation>今天：%1 次调用，%2 次失败</translation>
    </message>
    <message>
        <source>%1 left until midnight UTC</source>
        <translation>到 UTC 午夜前剩余 %1 次</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
</context>
<context>
    <name>AppsPage</name>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>No apps yet</source>
        <translation>还没有应用</translation>
    </message>
    <message>
        <source>Register your first app to get an app ID and a key. Your app uses them to call the API.</source>
        <translation>注册第一个应用，即可获得应用 ID 和密钥。应用用它们调用 API。</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>分析人脸</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>API reference</source>
        <translation>API 参考</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>All activity</source>
        <translation>全部活动</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>会话已结束</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>密码已更改</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>密码已重设</translation>
    </message>
    <message>
        <source>Account registered</source>
        <translation>账户已注册</translation>
    </message>
    <message>
        <source>Address verified</source>
        <translation>地址已验证</translation>
    </message>
    <message>
        <source>Account details changed</source>
        <translation>账户资料已更改</translation>
    </message>
    <message>
        <source>Account status changed</source>
        <translation>账户状态已更改</translation>
    </message>
    <message>
        <source>User created</source>
        <translation>用户已创建</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>角色已更改</translation>
    </message>
    <message>
        <source>App created</source>
        <translation>应用已创建</translation>
    </message>
    <message>
        <source>App changed</source>
        <translation>应用已更改</translation>
    </message>
    <message>
        <source>App status changed</source>
        <translation>应用状态已更改</translation>
    </message>
    <message>
        <source>App deleted</source>
        <translation>应用已删除</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>密钥已更换</translation>
    </message>
    <message>
        <source>Signing key rotated</source>
        <translation>签名密钥已更换</translation>
    </message>
    <message>
        <source>One-time token created</source>
        <translation>已生成一次性令牌</translation>
    </message>
    <message>
        <source>App access allowed</source>
        <translation>已授权应用</translation>
    </message>
    <message>
        <source>App access revoked</source>
        <translation>已撤销应用授权</translation>
    </message>
    <message>
        <source>Sign-in method linked</source>
        <translation>已关联登录方式</translation>
    </message>
    <message>
        <source>Sign-in method unlinked</source>
        <translation>已取消关联登录方式</translation>
    </message>
    <message>
        <source>Support access granted</source>
        <translation>已授权客服访问</translation>
    </message>
    <message>
        <source>Support access ended</source>
        <translation>客服访问已结束</translation>
    </message>
    <message>
        <source>Support search</source>
        <translation>客服搜索</translation>
    </message>
    <message>
        <source>Support view</source>
        <translation>客服查看</translation>
    </message>
    <message>
        <source>Share created</source>
        <translation>已共享</translation>
    </message>
    <message>
        <source>Share ended</source>
        <translation>共享已结束</translation>
    </message>
    <message>
        <source>Recording deleted</source>
        <translation>录像已删除</translation>
    </message>
    <message>
        <source>Signed out everywhere</source>
        <translation>已在所有设备上退出登录</translation>
    </message>
    <message>
        <source>Two-factor sign-in switched on</source>
        <translation>两步验证已启用</translation>
    </message>
    <message>
        <source>Two-factor sign-in switched off</source>
        <translation>两步验证已关闭</translation>
    </message>
    <message>
        <source>Recovery codes created</source>
        <translation>已生成恢复码</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>已使用恢复码</translation>
    </message>
    <message>
        <source>Data exported</source>
        <translation>已导出数据</translation>
    </message>
    <message>
        <source>Account deletion scheduled</source>
        <translation>已安排删除账户</translation>
    </message>
    <message>
        <source>Account deletion canceled</source>
        <translation>已取消删除账户</translation>
    </message>
    <message>
        <source>Account deleted</source>
        <translation>账户已删除</translation>
    </message>
    <message>
        <source>Security key added</source>
        <translation>已添加安全密钥</translation>
    </message>
    <message>
        <source>Security key renamed</source>
        <translation>已重命名安全密钥</translation>
    </message>
    <message>
        <source>Security key removed</source>
        <translation>已移除安全密钥</translation>
    </message>
    <message>
        <source>Security key refused</source>
        <translation>安全密钥被拒绝</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>照片和视频</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Deleted items stay here for 30 days.</source>
        <translation>已删除的项目会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>Deleted %1, permanently deleted on %2</source>
        <translation>删除于 %1，将于 %2 永久删除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>BoxedPicture</name>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Can&apos;t show the image.</source>
        <translation>无法显示图片。</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Actions for the selected marks</source>
        <translation>对所选标记的操作</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Export clips</source>
        <translation>导出片段</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>a key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>CameraDrawer</name>
    <message>
        <source>Discard changes?</source>
        <translation>放弃更改？</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Zones and rule</source>
        <translation>区域和规则</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>No zones yet. Rules apply to the whole picture.</source>
        <translation>暂无区域。规则适用于整个画面。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Draw zones</source>
        <translation>绘制区域</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>共享…</translation>
    </message>
    <message>
        <source>Delete camera</source>
        <translation>删除摄像头</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n 项更改未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>CameraLoadsCard</name>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>With an error</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>Images searched for objects</source>
        <translation>已检测物体的图像</translation>
    </message>
    <message>
        <source>%1 searched</source>
        <translation>已检测 %1</translation>
    </message>
    <message>
        <source>%1 skipped (%2)</source>
        <translation>跳过 %1（%2）</translation>
    </message>
    <message>
        <source>none skipped</source>
        <translation>未跳过</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未录制</translation>
    </message>
    <message numerus="yes">
        <source>disk too slow %n time(s)</source>
        <translation>
            <numerusform>磁盘过慢 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraMenu</name>
    <message>
        <source>Share…</source>
        <translation>共享…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Move to “%1”</source>
        <translation>移至“%1”</translation>
    </message>
    <message>
        <source>Remove from group</source>
        <translation>从分组中移除</translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this camera?</source>
        <translation>删除此摄像头？</translation>
    </message>
    <message>
        <source>The camera moves to the bin. Waymark stops watching and recording it.</source>
        <translation>摄像头将移入回收站，不再被监看或录制。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Full quality</source>
        <translation>原始画质</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>共享者</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Save a snapshot (S)</source>
        <translation>保存快照 (S)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>全屏 (F)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Can&apos;t save the snapshot: %1</source>
        <translation>无法保存快照：%1</translation>
    </message>
</context>
<context>
    <name>CameraSection</name>
    <message>
        <source>Shared by %1 until %2</source>
        <translation>由 %1 共享，到 %2 为止</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>由 %1 共享</translation>
    </message>
</context>
<context>
    <name>CameraTile</name>
    <message>
        <source>Actions for %1</source>
        <translation>对 %1 的操作</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Not reachable: check the address and that the camera is on</source>
        <translation>无法连接：请检查地址，并确认摄像头已开启</translation>
    </message>
    <message>
        <source>Connection refused: check the address and that the camera is on</source>
        <translation>连接被拒绝：请检查地址，并确认摄像头已开启</translation>
    </message>
    <message>
        <source>Wrong credentials: check the user name and the password</source>
        <translation>用户名或密码不正确：请检查后重试</translation>
    </message>
    <message>
        <source>Not a stream: check the path and the format</source>
        <translation>不是视频流：请检查路径和格式</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>No new images</source>
        <translation>没有新画面</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>CamerasPage</name>
    <message>
        <source>Add camera</source>
        <translation>添加摄像头</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>还没有摄像头</translation>
    </message>
    <message>
        <source>Add a camera by its RTSP address. Its video appears here in a moment.</source>
        <translation>输入 RTSP 地址添加摄像头，画面稍后就会出现在这里。</translation>
    </message>
    <message>
        <source>Show as grid</source>
        <translation>显示为网格</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>显示为列表</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Delete this group?</source>
        <translation>删除此分组？</translation>
    </message>
    <message>
        <source>The group&apos;s cameras are kept and become ungrouped. People you shared the group with lose access.</source>
        <translation>其中的摄像头会保留并变为未分组。通过此分组共享的人将无法再查看。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Ungrouped</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>This group has no cameras. Move a camera here from its menu.</source>
        <translation>此分组中没有摄像头。可从摄像头的菜单将其移至此处。</translation>
    </message>
    <message>
        <source>Share group %1</source>
        <translation>共享分组“%1”</translation>
    </message>
    <message>
        <source>Delete group %1</source>
        <translation>删除分组“%1”</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>与我共享</translation>
    </message>
    <message>
        <source>Can&apos;t load cameras shared with you: %1</source>
        <translation>无法加载与您共享的摄像头：%1</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Edit group %1</source>
        <translation>编辑分组“%1”</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n 个摄像头</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 online</source>
        <translation>%1，%2 个在线</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>填满</translation>
    </message>
</context>
<context>
    <name>CaptureWords</name>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Continuous</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>On mark</source>
        <translation>有标记时</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>按时间</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>Edit channel</source>
        <translation>编辑渠道</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>新渠道</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>My app</source>
        <translation>我的程序</translation>
    </message>
    <message>
        <source>My email</source>
        <translation>我的邮箱</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Requests are signed according to the Standard Webhooks specification.</source>
        <translation>请求按 Standard Webhooks 规范签名。</translation>
    </message>
    <message>
        <source>Must belong to a user of this account.</source>
        <translation>须为此账户中某位用户的邮箱地址。</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>所有摄像头</translation>
    </message>
    <message>
        <source>Quiet hours (notifications are delivered afterwards)</source>
        <translation>免打扰时段（通知将在此后送达）</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a time of the day</comment>
        <translation>从</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time of the day</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>新密钥…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ChannelsPanel</name>
    <message>
        <source>No channels yet</source>
        <translation>还没有渠道</translation>
    </message>
    <message>
        <source>Add a channel to receive notifications by email, or to send them to your program as signed webhooks.</source>
        <translation>添加渠道后，您可以通过电子邮件接收通知，或以带签名的 Webhook 发送到您的程序。</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>添加渠道</translation>
    </message>
    <message numerus="yes">
        <source>%n event type(s)</source>
        <translation>
            <numerusform>%n 种事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n 个摄像头</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet hours %1 to %2</source>
        <translation>免打扰 %1 至 %2</translation>
    </message>
    <message>
        <source>Turned off: %1</source>
        <translation>已停用：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ClauseFields</name>
    <message>
        <source>motion is detected</source>
        <translation>检测到移动</translation>
    </message>
    <message>
        <source>a face is detected</source>
        <translation>检测到人脸</translation>
    </message>
    <message>
        <source>the camera is covered</source>
        <translation>摄像头被遮挡</translation>
    </message>
    <message>
        <source>the stream is lost</source>
        <translation>视频流中断</translation>
    </message>
    <message>
        <source>an object is detected</source>
        <translation>检测到物体</translation>
    </message>
    <message>
        <source>the camera is moved</source>
        <translation>摄像头被移动</translation>
    </message>
    <message>
        <source>several objects are present</source>
        <translation>有多个物体</translation>
    </message>
    <message>
        <source>no object is present</source>
        <translation>没有物体</translation>
    </message>
    <message>
        <source>zones are passed in order</source>
        <translation>依次经过各区域</translation>
    </message>
    <message>
        <source>a line is crossed</source>
        <translation>有物体越线</translation>
    </message>
    <message>
        <source>something stays</source>
        <translation>有物体停留</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>zone, camera</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>all watched areas</source>
        <translation>所有监看区域</translation>
    </message>
    <message>
        <source>in</source>
        <comment>a zone</comment>
        <translation>在</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Remove from the order</source>
        <translation>从顺序中移除</translation>
    </message>
    <message>
        <source>then</source>
        <comment>another zone</comment>
        <translation>然后</translation>
    </message>
    <message>
        <source>Zone %1</source>
        <translation>区域 %1</translation>
    </message>
    <message>
        <source>Add a zone to the order</source>
        <translation>向顺序中添加区域</translation>
    </message>
    <message>
        <source>add a zone</source>
        <translation>添加区域</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>small objects</source>
        <translation>小型物体</translation>
    </message>
    <message>
        <source>person-sized objects</source>
        <translation>如人一般大的物体</translation>
    </message>
    <message>
        <source>large objects</source>
        <translation>大型物体</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>in both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>向左</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>any expression</source>
        <translation>任意表情</translation>
    </message>
    <message>
        <source>within %1 s</source>
        <translation>%1 秒内</translation>
    </message>
    <message>
        <source>for %1 s</source>
        <translation>达 %1 秒</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Number of objects</source>
        <translation>物体数量</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>objects</comment>
        <translation>至少 %1 个</translation>
    </message>
    <message>
        <source>Largest moving area</source>
        <translation>最大的移动区域</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Number of faces</source>
        <translation>人脸数量</translation>
    </message>
    <message numerus="yes">
        <source>at least %n face(s)</source>
        <translation>
            <numerusform>至少 %n 张人脸</numerusform>
        </translation>
    </message>
    <message>
        <source>of any size</source>
        <translation>任意大小</translation>
    </message>
    <message>
        <source>largest area at least %1</source>
        <translation>最大区域至少 %1</translation>
    </message>
    <message>
        <source>at least %1 of the image</source>
        <translation>至少占画面的 %1</translation>
    </message>
    <message>
        <source>confidence at least %1</source>
        <translation>置信度至少 %1</translation>
    </message>
</context>
<context>
    <name>ClipExport</name>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Exporting: %1%</source>
        <translation>正在导出：%1%</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ClipModel</name>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>Nothing was recorded at this time.</source>
        <translation>这个时间没有录像。</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Pages, cameras, marks, apps, actions</source>
        <translation>页面、摄像头、标记、应用、操作</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>a key</comment>
        <translation>上</translation>
    </message>
    <message>
        <source>Down</source>
        <comment>a key</comment>
        <translation>下</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next group</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>&gt; actions, @ cameras, # IDs. Searches of accounts are recorded.</source>
        <translation>&gt; 操作，@ 摄像头，# ID。对账户的搜索会被记录。</translation>
    </message>
    <message>
        <source>&gt; actions, @ cameras, or a time such as 14:24</source>
        <translation>&gt; 操作，@ 摄像头，或时间，如 14:24</translation>
    </message>
</context>
<context>
    <name>ConditionEnd</name>
    <message>
        <source>Add condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>添加条件组</translation>
    </message>
    <message>
        <source>A group can have at most %1 conditions.</source>
        <translation>一个条件组最多可有 %1 个条件。</translation>
    </message>
    <message>
        <source>A rule can have at most %1 conditions, including groups and negations.</source>
        <translation>一条规则最多可有 %1 个条件，包括条件组和否定。</translation>
    </message>
    <message>
        <source>Groups can&apos;t be nested more deeply.</source>
        <translation>条件组无法再嵌套得更深。</translation>
    </message>
</context>
<context>
    <name>ConditionGroup</name>
    <message>
        <source>Group of conditions</source>
        <translation>条件组</translation>
    </message>
    <message>
        <source>Conditions that must be met</source>
        <translation>必须满足的条件</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>满足任一</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>满足全部</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>全不满足</translation>
    </message>
    <message>
        <source>not all of these</source>
        <translation>不全满足</translation>
    </message>
    <message numerus="yes">
        <source>Show %n condition(s)</source>
        <translation>
            <numerusform>显示 %n 个条件</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove group</source>
        <translation>移除条件组</translation>
    </message>
    <message>
        <source>More actions on the group</source>
        <translation>此条件组的更多操作</translation>
    </message>
</context>
<context>
    <name>ConditionList</name>
    <message>
        <source>A rule can have at most %1 conditions, including groups and negations.</source>
        <translation>一条规则最多可有 %1 个条件，包括条件组和否定。</translation>
    </message>
    <message>
        <source>Groups can&apos;t be nested more deeply.</source>
        <translation>条件组无法再嵌套得更深。</translation>
    </message>
    <message>
        <source>Show all conditions</source>
        <translation>显示所有条件</translation>
    </message>
</context>
<context>
    <name>ConditionMenu</name>
    <message>
        <source>Must be met</source>
        <translation>必须满足</translation>
    </message>
    <message>
        <source>Must not be met</source>
        <translation>不得满足</translation>
    </message>
    <message>
        <source>Put into a new group</source>
        <translation>放入新条件组</translation>
    </message>
    <message>
        <source>Move into the group above</source>
        <translation>移入上方条件组</translation>
    </message>
    <message>
        <source>Move into the group below</source>
        <translation>移入下方条件组</translation>
    </message>
    <message>
        <source>Move out of this group</source>
        <translation>移出此条件组</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消分组</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>An address on another host or port needs the password again.</source>
        <translation>更换主机或端口后需要重新输入密码。</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>正在测试连接…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Connection works</source>
        <translation>连接正常</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>应答用时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>First key frame after</source>
        <translation>首个关键帧用时</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>CsvFile</name>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>The data is larger than this server allows. Export it without recordings.</source>
        <translation>数据超出此服务器允许的大小。请在不含录像的情况下导出。</translation>
    </message>
    <message>
        <source>The disk of the server is full. Try again later.</source>
        <translation>服务器磁盘已满。请稍后重试。</translation>
    </message>
    <message>
        <source>The file could not be created. Try again later.</source>
        <translation>无法生成文件。请稍后重试。</translation>
    </message>
    <message>
        <source>The export has started. An email tells you when the file is ready.</source>
        <translation>导出已开始。文件生成后会发送电子邮件通知您。</translation>
    </message>
    <message>
        <source>The deletion is scheduled. You can still keep your account.</source>
        <translation>已安排删除。您仍可保留账户。</translation>
    </message>
    <message>
        <source>Your account is kept.</source>
        <translation>您的账户已保留。</translation>
    </message>
    <message>
        <source>Download your data</source>
        <translation>下载您的数据</translation>
    </message>
    <message>
        <source>Get a ZIP file with everything that your account holds, as JSON, with your photos, videos, marks, and recordings if you like. Passwords and keys are left out.</source>
        <translation>获取包含账户全部内容的 ZIP 文件（JSON 格式），可选择包含照片、视频、标记和录像。不含密码和密钥。</translation>
    </message>
    <message>
        <source>The file is being created. You can leave this page.</source>
        <translation>正在生成文件。您可以离开此页面。</translation>
    </message>
    <message>
        <source>%1, available until %2.</source>
        <translation>%1，可下载至 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n media file(s) could not be read. The file missing.json lists them.</source>
        <translation>
            <numerusform>有 %n 个媒体文件无法读取，已列于 missing.json 文件中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Export again…</source>
        <translation>重新导出…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete file</source>
        <translation>删除文件</translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation>删除账户</translation>
    </message>
    <message>
        <source>Deletes your account with all cameras, recordings, photos, videos, marks, apps, and settings. Paid orders and their receipts are kept, because the law requires it.</source>
        <translation>删除您的账户以及所有摄像头、录像、照片、视频、标记、应用和设置。依照法律规定，已付款的订单及其收据将予保留。</translation>
    </message>
    <message>
        <source>Your account will be deleted on %1. Until then, it works as before.</source>
        <translation>您的账户将于 %1 删除。在此之前可照常使用。</translation>
    </message>
    <message>
        <source>Keep account</source>
        <translation>保留账户</translation>
    </message>
    <message>
        <source>Delete account…</source>
        <translation>删除账户…</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>后一天</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 个未读</numerusform>
        </translation>
    </message>
    <message>
        <source>All days</source>
        <translation>所有日期</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Whole day</source>
        <translation>全天</translation>
    </message>
</context>
<context>
    <name>DayTimeline</name>
    <message>
        <source>No marks on this day</source>
        <translation>这一天没有标记</translation>
    </message>
    <message>
        <source>Only the first 1,000 marks of the day are shown.</source>
        <translation>仅显示当天前 1000 个标记。</translation>
    </message>
</context>
<context>
    <name>DeliveriesPanel</name>
    <message>
        <source>All channels</source>
        <translation>所有渠道</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Resend…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>No deliveries yet</source>
        <translation>还没有发送记录</translation>
    </message>
    <message>
        <source>Notifications sent through your channels are listed here, with each attempt and the content sent.</source>
        <translation>通过渠道发送的通知都列在这里，包括每次尝试和发送内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>尝试 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Delivery</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>No attempts yet</source>
        <translation>尚未尝试发送</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>第 %1 次：%2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Content sent</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DesktopNotices</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>Connect a device</source>
        <translation>连接设备</translation>
    </message>
    <message>
        <source>Enter the code of the device</source>
        <translation>输入设备上的代码</translation>
    </message>
    <message>
        <source>The device is connected</source>
        <translation>设备已连接</translation>
    </message>
    <message>
        <source>The device is not connected</source>
        <translation>设备未连接</translation>
    </message>
    <message>
        <source>A device without a browser, such as a TV or a program in a terminal, shows a code of eight letters while it asks for access to your account.</source>
        <translation>没有浏览器的设备（例如电视或终端中的程序）在请求访问您的账户时会显示一个由八个字母组成的代码。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>%1 wants to use your account on a device</source>
        <translation>%1 想在一台设备上使用您的账户</translation>
    </message>
    <message>
        <source>Developed by %1</source>
        <translation>开发者：%1</translation>
    </message>
    <message>
        <source>A device that you do not see here will act for you. Approve only if a device of your own shows this code now. If somebody sent you the code, refuse.</source>
        <translation>一台您在这里看不到的设备将代表您操作。仅当您自己的设备此刻显示此代码时才批准。如果代码是别人发给您的，请拒绝。</translation>
    </message>
    <message>
        <source>The device will be able to</source>
        <translation>设备将能够</translation>
    </message>
    <message>
        <source>You can&apos;t grant anything that the device asks for.</source>
        <translation>您无法授予设备所请求的任何权限。</translation>
    </message>
    <message>
        <source>You can revoke the access at any time under Account, Security. The code expires at %1.</source>
        <translation>您可以随时在“账户”的“安全”中撤销访问权限。代码将于 %1 过期。</translation>
    </message>
    <message>
        <source>%1 continues on the device within a few seconds.</source>
        <translation>%1 将在几秒内在设备上继续。</translation>
    </message>
    <message>
        <source>%1 got no access to your account.</source>
        <translation>%1 未获得对您账户的访问权限。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Connect another device</source>
        <translation>连接另一台设备</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
</context>
<context>
    <name>DeviceRequestModel</name>
    <message>
        <source>No device is waiting with this code. Check the code that the device shows.</source>
        <translation>没有设备在等待此代码。请检查设备显示的代码。</translation>
    </message>
    <message>
        <source>This code has expired. Let the device show a new one.</source>
        <translation>此代码已过期。请让设备显示新的代码。</translation>
    </message>
    <message>
        <source>This code was used already. Let the device show a new one.</source>
        <translation>此代码已被使用。请让设备显示新的代码。</translation>
    </message>
</context>
<context>
    <name>DisconnectedNote</name>
    <message>
        <source>Can&apos;t reach the server. Trying again…</source>
        <translation>无法连接服务器，正在重试…</translation>
    </message>
    <message>
        <source>Connection lost at %1. Reconnecting…</source>
        <translation>连接已于 %1 断开，正在重新连接…</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Language and theme</source>
        <translation>语言和主题</translation>
    </message>
    <message>
        <source>Accounts and servers: %1</source>
        <translation>账户与服务器：%1</translation>
    </message>
</context>
<context>
    <name>EntranceForm</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>ExpectedMarksDialog</name>
    <message>
        <source>Expected marks of %1</source>
        <translation>%1 的预期标记</translation>
    </message>
    <message>
        <source>No marks are expected within the next hour.</source>
        <translation>未来一小时内没有预期的标记。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 to %3, ±%n second(s)</source>
        <translation>
            <numerusform>%1：%2 至 %3，±%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FaceNames</name>
    <message>
        <source>Neutral</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>Happy</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>生气</translation>
    </message>
    <message>
        <source>Fearful</source>
        <translation>害怕</translation>
    </message>
    <message>
        <source>Disgusted</source>
        <translation>厌恶</translation>
    </message>
    <message>
        <source>Surprised</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>Open, %1</source>
        <translation>睁开，%1</translation>
    </message>
    <message>
        <source>Closed, %1</source>
        <translation>闭合，%1</translation>
    </message>
    <message>
        <source>Yes, %1</source>
        <translation>是，%1</translation>
    </message>
    <message>
        <source>No, %1</source>
        <translation>否，%1</translation>
    </message>
</context>
<context>
    <name>FaceOverlay</name>
    <message numerus="yes">
        <source>Image with %n face(s)</source>
        <translation>
            <numerusform>含 %n 张人脸的图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Face %1</source>
        <translation>人脸 %1</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>左眼</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>右眼</translation>
    </message>
    <message>
        <source>Head pose</source>
        <translation>头部姿态</translation>
    </message>
    <message>
        <source>Yaw %1°, pitch %2°, roll %3°</source>
        <translation>偏航 %1°，俯仰 %2°，翻滚 %3°</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source> (blurred)</source>
        <translation>（模糊）</translation>
    </message>
    <message>
        <source>This face is too small to analyze.</source>
        <translation>此人脸太小，无法分析。</translation>
    </message>
    <message>
        <source>Parts of this face could not be analyzed.</source>
        <translation>此人脸的部分信息无法分析。</translation>
    </message>
</context>
<context>
    <name>FacesModel</name>
    <message>
        <source>Can&apos;t read this file.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>This image is too large. The limit is 16 MB.</source>
        <translation>图片太大，上限为 16 MB。</translation>
    </message>
    <message>
        <source>This file is not a JPEG, PNG, WebP, or BMP image.</source>
        <translation>此文件不是 JPEG、PNG、WebP 或 BMP 图片。</translation>
    </message>
    <message>
        <source>This image has too many pixels. The limit is 40 million.</source>
        <translation>图片像素过多，上限为 4000 万。</translation>
    </message>
    <message>
        <source>This image is too small. The minimum is 16 × 16 pixels.</source>
        <translation>图片太小，至少需要 16 × 16 像素。</translation>
    </message>
    <message>
        <source>This image is damaged.</source>
        <translation>图片已损坏。</translation>
    </message>
    <message>
        <source>The server is busy analyzing other images. Try again in a moment.</source>
        <translation>服务器正在分析其他图片，请稍后再试。</translation>
    </message>
</context>
<context>
    <name>FacesPage</name>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Choose image</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>分析人脸</translation>
    </message>
    <message>
        <source>Drop an image here or choose a file. Waymark analyzes the image and does not store it.</source>
        <translation>将图片拖到此处，或选择文件。图片只用于分析，不会保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n 张人脸</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>第 %1 张人脸，共 %2 张</translation>
    </message>
    <message>
        <source>No faces found</source>
        <translation>未发现人脸</translation>
    </message>
    <message>
        <source>Faces must look toward the camera and be large enough.</source>
        <translation>人脸须朝向镜头，且足够大。</translation>
    </message>
    <message>
        <source>Face analysis is not available on this server</source>
        <translation>此服务器不支持人脸分析</translation>
    </message>
    <message>
        <source>The face models are not installed. The server&apos;s administrator can install them with scripts/install-models. No restart is needed.</source>
        <translation>尚未安装人脸模型。服务器管理员可运行 scripts/install-models 安装，无需重启。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Drop the image here</source>
        <translation>将图片拖放到此处</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>The server did not respond in time. Try again.</source>
        <translation>服务器响应超时，请重试。</translation>
    </message>
    <message>
        <source>The server&apos;s response is not valid. Check that the address belongs to a Waymark server.</source>
        <translation>服务器的响应无效。请确认该地址是 Waymark 服务器。</translation>
    </message>
    <message>
        <source>Wrong email address or password.</source>
        <translation>邮箱地址或密码不正确。</translation>
    </message>
    <message>
        <source>This account is not active. Verify your email address first.</source>
        <translation>此账户未激活。请先验证您的邮箱地址。</translation>
    </message>
    <message>
        <source>Wrong password.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>You are signed out. Sign in again.</source>
        <translation>您已退出登录，请重新登录。</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to do this.</source>
        <translation>您没有权限执行此操作。</translation>
    </message>
    <message>
        <source>This item no longer exists.</source>
        <translation>此项目已不存在。</translation>
    </message>
    <message>
        <source>Someone else changed this in the meantime. Try again to add your changes.</source>
        <translation>内容已被他人修改。请重试以加入您的更改。</translation>
    </message>
    <message>
        <source>Fix the highlighted fields.</source>
        <translation>请修正标出的字段。</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>操作过于频繁，请在 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not support this feature.</source>
        <translation>此服务器不支持此功能。</translation>
    </message>
    <message>
        <source>The server reported an error. If it happens again, report request %1.</source>
        <translation>服务器出错了。如果再次出现，请报告请求编号 %1。</translation>
    </message>
    <message>
        <source>Fill in this field.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>This value is too long.</source>
        <translation>内容过长。</translation>
    </message>
    <message>
        <source>Enter a valid value.</source>
        <translation>请输入有效的值。</translation>
    </message>
    <message>
        <source>This code is wrong or has expired.</source>
        <translation>验证码不正确或已过期。</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>此密码太容易被猜到。</translation>
    </message>
    <message>
        <source>This value is not allowed.</source>
        <translation>不允许使用此值。</translation>
    </message>
    <message>
        <source>A rule uses this zone. Change the rule first.</source>
        <translation>有规则使用此区域。请先修改该规则。</translation>
    </message>
    <message>
        <source>This is the default rule. Choose another rule to replace it.</source>
        <translation>这是默认规则。请选择其他规则来替代它。</translation>
    </message>
    <message>
        <source>The outline crosses itself.</source>
        <translation>轮廓与自身相交。</translation>
    </message>
    <message>
        <source>Can&apos;t reach the server: %1</source>
        <translation>无法连接服务器：%1</translation>
    </message>
    <message>
        <source>Enter a valid email address.</source>
        <translation>请输入有效的邮箱地址。</translation>
    </message>
    <message>
        <source>Enter a valid phone number.</source>
        <translation>请输入有效的电话号码。</translation>
    </message>
    <message>
        <source>Enter a two-letter country code, such as DE or CN.</source>
        <translation>请输入两位国家代码，例如 CN 或 DE。</translation>
    </message>
    <message>
        <source>Your account has been deactivated. Contact support.</source>
        <translation>您的账户已被停用，请联系客服。</translation>
    </message>
    <message>
        <source>Your session has ended: it expired, was signed out on another device, or the password was changed. Sign in again.</source>
        <translation>会话已结束：可能已过期、已在其他设备上退出，或密码已更改。请重新登录。</translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation>登录已过期，请重新登录。</translation>
    </message>
    <message>
        <source>This server requires two-factor sign-in of staff. Set it up under Account, Security.</source>
        <translation>此服务器要求工作人员使用两步验证。请在“账户”的“安全”中设置。</translation>
    </message>
    <message>
        <source>Wrong user name or password.</source>
        <translation>用户名或密码错误。</translation>
    </message>
    <message>
        <source>This server does not connect to addresses of private networks.</source>
        <translation>此服务器不会连接专用网络的地址。</translation>
    </message>
    <message>
        <source>No computer with this name was found.</source>
        <translation>找不到使用此名称的计算机。</translation>
    </message>
    <message>
        <source>The server can&apos;t reach this address.</source>
        <translation>服务器无法访问此地址。</translation>
    </message>
    <message>
        <source>There is no ONVIF camera at this address.</source>
        <translation>此地址没有 ONVIF 摄像机。</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>这是您自己的账户。</translation>
    </message>
    <message>
        <source>Choose a time in the future.</source>
        <translation>请选择将来的时间。</translation>
    </message>
    <message>
        <source>This value is too large.</source>
        <translation>此值过大。</translation>
    </message>
    <message>
        <source>This value is too small.</source>
        <translation>此值过小。</translation>
    </message>
    <message>
        <source>Enter an address such as %1.</source>
        <translation>请输入地址，例如 %1。</translation>
    </message>
</context>
<context>
    <name>FirstCallCard</name>
    <message>
        <source>First call</source>
        <translation>第一次调用</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础地址</translation>
    </message>
    <message>
        <source>Set the variable APP_KEY to a key of this app. The answer contains an access token for the app.</source>
        <translation>请将变量 APP_KEY 设为此应用的密钥。响应中包含应用的访问令牌。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>FirstDayCard</name>
    <message>
        <source>Add a camera</source>
        <translation>添加摄像头</translation>
    </message>
    <message>
        <source>Draw a zone</source>
        <translation>绘制区域</translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation>编写规则</translation>
    </message>
    <message>
        <source>See the first mark</source>
        <translation>查看第一个标记</translation>
    </message>
    <message>
        <source>Make the first API call</source>
        <translation>发出第一个 API 调用</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide the checklist</source>
        <translation>隐藏清单</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待完成</translation>
    </message>
</context>
<context>
    <name>ForgotPasswordPage</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>重设密码</translation>
    </message>
    <message>
        <source>We&apos;ll send a code to your email address.</source>
        <translation>我们会向您的邮箱发送验证码。</translation>
    </message>
    <message>
        <source>If an account exists for %1, we have sent it a code.</source>
        <translation>如果 %1 已注册账户，我们已向其发送验证码。</translation>
    </message>
    <message>
        <source>Choose a long password that you don&apos;t use anywhere else.</source>
        <translation>请选择较长且未在别处使用的密码。</translation>
    </message>
    <message>
        <source>Your password is changed. Sign in with the new password.</source>
        <translation>密码已更改。请使用新密码登录。</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>发送验证码</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Your password is changed. Signing in…</source>
        <translation>密码已更改，正在登录…</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Discard changes?</source>
        <translation>放弃更改？</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>一楼</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Use the default rule</source>
        <translation>使用默认规则</translation>
    </message>
    <message>
        <source>Edit group</source>
        <translation>编辑分组</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>A camera&apos;s own rule takes precedence.</source>
        <translation>摄像头自身的规则优先。</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Until released</source>
        <translation>直到解除保留</translation>
    </message>
    <message>
        <source>For 30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>For a year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>Hold this recording</source>
        <translation>保留此录像</translation>
    </message>
    <message>
        <source>%1: no limit of age or storage removes a held recording, and nobody can delete it until it is released.</source>
        <translation>%1：保留的录像不会因期限或存储限制而被移除，解除保留之前任何人都无法删除。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>多长时间</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>HomeAside</name>
    <message>
        <source>Camera health</source>
        <translation>摄像头状态</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>A key proves that a call comes from your app. Each key is shown once, when it is created.</source>
        <translation>密钥证明调用来自您的应用。每个密钥只在生成时显示一次。</translation>
    </message>
    <message>
        <source>This app has no keys.</source>
        <translation>此应用没有密钥。</translation>
    </message>
    <message numerus="yes">
        <source>expires in %n day(s)</source>
        <translation>
            <numerusform>%n 天后失效</numerusform>
        </translation>
    </message>
    <message>
        <source>expires in %1:%2:%3</source>
        <translation>%1:%2:%3 后失效</translation>
    </message>
    <message>
        <source>New key: copy it now, it won&apos;t be shown again</source>
        <translation>新密钥：请立即复制，之后不再显示</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>生成于 %1</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>新密钥…</translation>
    </message>
    <message>
        <source>Create new key</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>The current key keeps working for the time you choose, so that you can replace it everywhere. If the key has leaked, revoke it immediately.</source>
        <translation>当前密钥在您选择的时间内继续有效，以便您在各处更换。如果密钥已泄露，请立即撤销。</translation>
    </message>
    <message>
        <source>Revoke the current key immediately</source>
        <translation>立即撤销当前密钥</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 hour</source>
        <translation>当前密钥继续有效 1 小时</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 day</source>
        <translation>当前密钥继续有效 1 天</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 week</source>
        <translation>当前密钥继续有效 1 周</translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation>宽限期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>生成密钥</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>我已复制</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation>下一个、上一个</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>mark read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next control</source>
        <translation>下一个控件</translation>
    </message>
    <message>
        <source>close or go back</source>
        <translation>关闭或返回</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>search and actions</source>
        <translation>搜索与操作</translation>
    </message>
    <message>
        <source>back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>first camera, to 9</source>
        <translation>第一个摄像头，直至 9</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>save a snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>select up to here</source>
        <translation>选择到此处</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>export clips</source>
        <translation>导出片段</translation>
    </message>
    <message>
        <source>share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>5 s; with Shift 1 min</source>
        <translation>5 秒；按住 Shift 为 1 分钟</translation>
    </message>
    <message>
        <source>one picture</source>
        <translation>一帧</translation>
    </message>
    <message>
        <source>previous, next mark</source>
        <translation>上一个、下一个标记</translation>
    </message>
    <message>
        <source>start, end of the selection</source>
        <translation>选区的起点、终点</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>month to second</source>
        <translation>从月到秒</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>why a mark was made</source>
        <translation>标记的原因</translation>
    </message>
    <message>
        <source>save the picture</source>
        <translation>保存画面</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>方框</translation>
    </message>
</context>
<context>
    <name>KindFilter</name>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Animal</source>
        <translation>动物</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>LatestMarksCard</name>
    <message>
        <source>Latest marks</source>
        <translation>最新标记</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>还没有标记</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Live view of %1</source>
        <translation>%1 的实时画面</translation>
    </message>
</context>
<context>
    <name>LocalMail</name>
    <message>
        <source>Mail on this computer</source>
        <translation>本机上的邮件</translation>
    </message>
    <message>
        <source>Messages appear here in a moment.</source>
        <translation>邮件稍后会显示在这里。</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>收件人：%1</translation>
    </message>
    <message>
        <source>Use code %1</source>
        <translation>使用验证码 %1</translation>
    </message>
</context>
<context>
    <name>MarkAside</name>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>上一个标记</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一个标记</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Why this mark</source>
        <translation>标记的原因</translation>
    </message>
    <message>
        <source>Open mark</source>
        <translation>打开标记</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>ongoing</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>MarkExports</name>
    <message>
        <source>Can&apos;t create the folder %1.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
</context>
<context>
    <name>MarkFilterDialog</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>所有区域</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>所有摄像头</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>所有分组</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>所有规则</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Score of at least %1%</source>
        <translation>分数不低于 %1%</translation>
    </message>
    <message>
        <source>Any score</source>
        <translation>任意分数</translation>
    </message>
    <message>
        <source>Minimum score</source>
        <translation>最低分数</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MarkNames</name>
    <message>
        <source>Motion</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Creating the clip…</source>
        <translation>正在生成片段…</translation>
    </message>
    <message>
        <source>The clip is incomplete.</source>
        <translation>片段不完整。</translation>
    </message>
    <message>
        <source>The clip could not be created.</source>
        <translation>无法生成片段。</translation>
    </message>
    <message>
        <source>The clip is no longer available.</source>
        <translation>片段已不再保留。</translation>
    </message>
    <message>
        <source>%1 of the image changed (threshold %2)</source>
        <translation>画面变化 %1（阈值 %2）</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) detected</source>
        <translation>
            <numerusform>检测到 %n 张人脸</numerusform>
        </translation>
    </message>
    <message>
        <source>The stream was lost</source>
        <translation>视频流中断</translation>
    </message>
    <message>
        <source>The camera was covered</source>
        <translation>摄像头被遮挡</translation>
    </message>
    <message>
        <source>Bicycle</source>
        <translation>自行车</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>Motorcycle</source>
        <translation>摩托车</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>公交车</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>卡车</translation>
    </message>
    <message>
        <source>Bird</source>
        <translation>鸟</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>猫</translation>
    </message>
    <message>
        <source>Dog</source>
        <translation>狗</translation>
    </message>
    <message>
        <source>Horse</source>
        <translation>马</translation>
    </message>
    <message>
        <source>Sheep</source>
        <translation>羊</translation>
    </message>
    <message>
        <source>Cow</source>
        <translation>牛</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>无物体</translation>
    </message>
    <message>
        <source>%1: score %2 (threshold %3)</source>
        <comment>Person</comment>
        <translation>%1：得分 %2（阈值 %3）</translation>
    </message>
    <message>
        <source>%1: crossed the line to the left</source>
        <comment>Person</comment>
        <translation>%1：向左越线</translation>
    </message>
    <message>
        <source>%1: crossed the line to the right</source>
        <comment>Person</comment>
        <translation>%1：向右越线</translation>
    </message>
    <message>
        <source>%1: passed the zones in %2 s</source>
        <comment>Person</comment>
        <translation>%1：%2 秒内依次经过各区域</translation>
    </message>
    <message>
        <source>%1: stayed for %2 s</source>
        <comment>Person</comment>
        <translation>%1：停留 %2 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) present for %1 s</source>
        <translation>
            <numerusform>%n 个物体停留 %1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>No object for %1 s</source>
        <translation>%1 秒内没有物体</translation>
    </message>
    <message>
        <source>The camera was moved</source>
        <translation>摄像头被移动</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>Person × 2</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Not met: %1</source>
        <comment>a condition</comment>
        <translation>未满足：%1</translation>
    </message>
</context>
<context>
    <name>MarkPage</name>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>已移入回收站</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>No snapshot</source>
        <translation>没有快照</translation>
    </message>
</context>
<context>
    <name>MarkPreview</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已就绪</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>ongoing</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message>
        <source>Moved to the bin</source>
        <translation>已移入回收站</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread (%1)</source>
        <translation>未读（%1）</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>No unread marks</source>
        <translation>没有未读标记</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>还没有标记</translation>
    </message>
    <message>
        <source>Deleted items stay here for 30 days.</source>
        <translation>已删除的项目会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>New marks appear here automatically.</source>
        <translation>新标记会自动出现在这里。</translation>
    </message>
    <message>
        <source>Marks appear here when a camera detects something.</source>
        <translation>摄像头检测到动静时，标记会出现在这里。</translation>
    </message>
    <message>
        <source>Filters (%1)</source>
        <translation>筛选（%1）</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>已标为已读</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>已标为未读</translation>
    </message>
    <message>
        <source>No matching marks</source>
        <translation>没有符合条件的标记</translation>
    </message>
    <message>
        <source>No marks match the filters.</source>
        <translation>没有符合筛选条件的标记。</translation>
    </message>
    <message>
        <source>There are no marks on this day.</source>
        <translation>这一天没有标记。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n 个待审阅</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) moved to the bin</source>
        <translation>
            <numerusform>已将 %n 个标记移至回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1. Some marks have neither a clip nor a snapshot.</source>
        <translation>
            <numerusform>已在 %1 中保存 %n 个文件。部分标记既没有片段也没有快照。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1</source>
        <translation>
            <numerusform>已在 %1 中保存 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied, valid for 7 days</source>
        <translation>
            <numerusform>已复制 %n 个链接，7 天内有效</numerusform>
        </translation>
    </message>
    <message>
        <source>These marks have neither a clip nor a snapshot.</source>
        <translation>这些标记既没有片段也没有快照。</translation>
    </message>
    <message>
        <source>The links no longer work</source>
        <translation>链接已失效</translation>
    </message>
    <message>
        <source>Saving %1 of %2</source>
        <translation>正在保存 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 clips saved. %3</source>
        <translation>已保存 %1 / %2 个片段。%3</translation>
    </message>
</context>
<context>
    <name>ModeActions</name>
    <message>
        <source>Then create a mark</source>
        <translation>则生成标记</translation>
    </message>
    <message>
        <source>Record a clip</source>
        <translation>录制片段</translation>
    </message>
    <message>
        <source>Seconds of the clip before the mark</source>
        <translation>片段在标记之前的秒数</translation>
    </message>
    <message>
        <source>seconds before it</source>
        <comment>of a clip</comment>
        <translation>秒（之前）</translation>
    </message>
    <message>
        <source>Seconds of the clip after the mark</source>
        <translation>片段在标记之后的秒数</translation>
    </message>
    <message>
        <source>seconds after it</source>
        <comment>of a clip</comment>
        <translation>秒（之后）</translation>
    </message>
    <message>
        <source>Send a notification</source>
        <translation>发送通知</translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>some seconds</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>Seconds until the next mark</source>
        <translation>到下一个标记的秒数</translation>
    </message>
    <message>
        <source>seconds before the next mark</source>
        <translation>秒后才生成下一个标记</translation>
    </message>
    <message>
        <source>Marks that have to wait</source>
        <translation>需要等待的标记</translation>
    </message>
    <message>
        <source>Hourly limit</source>
        <comment>some marks an hour</comment>
        <translation>每小时上限</translation>
    </message>
    <message>
        <source>Marks per hour</source>
        <translation>每小时标记数</translation>
    </message>
    <message>
        <source>marks per hour</source>
        <translation>个标记/小时</translation>
    </message>
    <message>
        <source>No hourly limit</source>
        <translation>每小时不限</translation>
    </message>
    <message>
        <source>Set recording to</source>
        <comment>a mode such as Continuous</comment>
        <translation>将录制设为</translation>
    </message>
    <message>
        <source>What the camera records from then on</source>
        <translation>摄像头此后录制的内容</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Cameras keep this setting until it is changed again. Cameras without a schedule remain as they are.</source>
        <translation>摄像头会保留此设置，直到再次更改。没有时间安排的摄像头保持不变。</translation>
    </message>
    <message>
        <source>Cameras keep this setting until it is changed again.</source>
        <translation>摄像头会保留此设置，直到再次更改。</translation>
    </message>
</context>
<context>
    <name>ModeChanges</name>
    <message>
        <source>%1: %2 (before: %3)</source>
        <comment>name of a value; values</comment>
        <translation>%1：%2（之前：%3）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Minimum duration</source>
        <translation>最短持续时间</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>最长间断</translation>
    </message>
    <message>
        <source>Wait until the next mark</source>
        <translation>距下一个标记的等待时间</translation>
    </message>
    <message>
        <source>Hourly limit</source>
        <translation>每小时上限</translation>
    </message>
    <message>
        <source>Marks now have a clip</source>
        <translation>标记现在带有片段</translation>
    </message>
    <message>
        <source>Marks no longer have a clip</source>
        <translation>标记不再带有片段</translation>
    </message>
    <message>
        <source>Marks now send a notification</source>
        <translation>标记现在会发送通知</translation>
    </message>
    <message>
        <source>Marks no longer send a notification</source>
        <translation>标记不再发送通知</translation>
    </message>
    <message>
        <source>Settings that only apps can change</source>
        <translation>只有应用才能更改的设置</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a limit</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Other times or exceptions</source>
        <translation>其他时间或例外</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>时间安排</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Other conditions</source>
        <translation>其他条件</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Other details of the conditions</source>
        <translation>条件的其他细节</translation>
    </message>
    <message>
        <source>moving area</source>
        <translation>移动区域</translation>
    </message>
    <message>
        <source>smallest moving area</source>
        <translation>最小移动区域</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>number of faces</source>
        <translation>人脸数量</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>default</source>
        <comment>a value</comment>
        <translation>默认值</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a condition; name of its value</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Marks that have to wait</source>
        <translation>需要等待的标记</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>%1 s before and %2 s after a mark</source>
        <comment>length of a clip</comment>
        <translation>标记之前 %1 秒，之后 %2 秒</translation>
    </message>
    <message>
        <source>Recording is set to</source>
        <translation>录制设为</translation>
    </message>
    <message>
        <source>no change</source>
        <comment>of a setting</comment>
        <translation>不更改</translation>
    </message>
</context>
<context>
    <name>ModeClause</name>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Remove condition</source>
        <translation>移除条件</translation>
    </message>
    <message>
        <source>not</source>
        <comment>a condition</comment>
        <translation>非</translation>
    </message>
    <message>
        <source>More actions on the condition</source>
        <translation>此条件的更多操作</translation>
    </message>
</context>
<context>
    <name>ModePage</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Built-in rules are read-only.</source>
        <translation>内置规则为只读。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Someone at the door</source>
        <translation>门口有人</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>for at least</source>
        <translation>至少持续</translation>
    </message>
    <message>
        <source>Minimum duration in seconds</source>
        <translation>最短持续秒数</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>bridging gaps of up to</source>
        <translation>忽略的间断最长</translation>
    </message>
    <message>
        <source>Longest gap in seconds</source>
        <translation>最长间断秒数</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>时间安排</translation>
    </message>
    <message>
        <source>The changes to this rule are not saved.</source>
        <translation>对此规则的更改尚未保存。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>ModeRemoval</name>
    <message>
        <source>Delete this rule?</source>
        <translation>删除此规则？</translation>
    </message>
    <message>
        <source>Cameras and groups that use this rule switch to:</source>
        <translation>使用此规则的摄像头和分组将改用：</translation>
    </message>
    <message>
        <source>Replacement rule</source>
        <translation>替代规则</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ModeSchedule</name>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>At set times</source>
        <translation>设定时段</translation>
    </message>
    <message>
        <source>Active all day</source>
        <translation>全天生效</translation>
    </message>
</context>
<context>
    <name>ModeVersions</name>
    <message>
        <source>No changes</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Earlier versions are no longer available.</source>
        <translation>更早的版本已不可用。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>%1 (current)</source>
        <comment>a time</comment>
        <translation>%1（当前）</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore the version of %1</source>
        <translation>恢复 %1 的版本</translation>
    </message>
    <message>
        <source>A restored version is shown on the page. It takes effect once you save it.</source>
        <translation>恢复的版本会显示在页面上，保存后才会生效。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ModeWords</name>
    <message>
        <source>a zone</source>
        <translation>某个区域</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>fearful</source>
        <translation>恐惧</translation>
    </message>
    <message>
        <source>disgusted</source>
        <translation>厌恶</translation>
    </message>
    <message>
        <source>surprised</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>motion is detected in %1</source>
        <translation>%1内检测到移动</translation>
    </message>
    <message>
        <source>motion is detected</source>
        <translation>检测到移动</translation>
    </message>
    <message>
        <source>a %1 face is detected</source>
        <translation>检测到%1的人脸</translation>
    </message>
    <message>
        <source>a face is detected</source>
        <translation>检测到人脸</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a face is seen; zone</comment>
        <translation>在%2%1</translation>
    </message>
    <message>
        <source>the stream is lost</source>
        <translation>视频流中断</translation>
    </message>
    <message>
        <source>the camera is covered</source>
        <translation>摄像头被遮挡</translation>
    </message>
    <message>
        <source> and </source>
        <translation>并且</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或者</translation>
    </message>
    <message>
        <source>every day %1</source>
        <comment>18:00–06:00</comment>
        <translation>每天 %1</translation>
    </message>
    <message>
        <source>on weekdays %1</source>
        <comment>18:00–06:00</comment>
        <translation>工作日 %1</translation>
    </message>
    <message>
        <source>on weekends %1</source>
        <comment>18:00–06:00</comment>
        <translation>周末 %1</translation>
    </message>
    <message>
        <source>on %1 %2</source>
        <comment>Mon, Tue; 18:00–06:00</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>When %1 for %2 s</source>
        <translation>当%1持续 %2 秒</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>当%1时</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>When something moves; on weekdays</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, create a mark, then wait %2 s.</source>
        <translation>%1，生成标记，然后等待 %2 秒。</translation>
    </message>
    <message>
        <source>%1, create a mark.</source>
        <translation>%1，生成标记。</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>a vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>an animal</source>
        <translation>动物</translation>
    </message>
    <message>
        <source>a person, vehicle, or animal</source>
        <translation>人、车辆或动物</translation>
    </message>
    <message>
        <source>a line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>something crosses %1 to the left</source>
        <translation>有物体向左越过%1</translation>
    </message>
    <message>
        <source>something crosses %1 to the right</source>
        <translation>有物体向右越过%1</translation>
    </message>
    <message>
        <source>something crosses %1</source>
        <translation>有物体越过%1</translation>
    </message>
    <message>
        <source>%1 is detected</source>
        <comment>a person</comment>
        <translation>检测到%1</translation>
    </message>
    <message>
        <source>something stays in %1 for %2 s</source>
        <translation>有物体在%1停留 %2 秒</translation>
    </message>
    <message>
        <source>the camera is moved</source>
        <translation>摄像头被移动</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>something passes %1 in this order</source>
        <comment>names of zones</comment>
        <translation>有物体依次经过 %1</translation>
    </message>
    <message numerus="yes">
        <source>at least %n object(s) are present for %1 s</source>
        <translation>
            <numerusform>至少 %n 个物体停留 %1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>no object is present for %1 s</source>
        <translation>%1 秒内没有物体</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <comment>a condition</comment>
        <translation>非（%1）</translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>several conditions</comment>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>an unknown condition</source>
        <translation>满足未知条件</translation>
    </message>
    <message>
        <source>the rule&apos;s conditions are met</source>
        <translation>满足规则的条件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>当</translation>
    </message>
    <message>
        <source>and</source>
        <translation>并且</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或者</translation>
    </message>
    <message>
        <source> and </source>
        <comment>times</comment>
        <translation>和</translation>
    </message>
    <message numerus="yes">
        <source>at %n other time(s)</source>
        <translation>
            <numerusform>另外 %n 个时间段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>except on %n day(s)</source>
        <translation>
            <numerusform>%n 天除外</numerusform>
        </translation>
    </message>
    <message>
        <source>except on %1</source>
        <comment>dates</comment>
        <translation>%1 除外</translation>
    </message>
    <message numerus="yes">
        <source>also all day on %n day(s)</source>
        <translation>
            <numerusform>另有 %n 天全天生效</numerusform>
        </translation>
    </message>
    <message>
        <source>also all day on %1</source>
        <comment>dates</comment>
        <translation>%1 全天生效</translation>
    </message>
    <message>
        <source>of this rule</source>
        <comment>marks</comment>
        <translation>由此规则生成</translation>
    </message>
    <message>
        <source>of the camera</source>
        <comment>marks</comment>
        <translation>由此摄像头生成</translation>
    </message>
    <message>
        <source>of the same kind of object</source>
        <comment>marks</comment>
        <translation>针对同类对象</translation>
    </message>
</context>
<context>
    <name>ModesPage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>还没有规则</translation>
    </message>
    <message>
        <source>A rule defines what a camera watches for, when, and what happens then.</source>
        <translation>规则定义摄像头监看什么、何时监看以及触发后的操作。</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Not supported by this server: %1</source>
        <translation>此服务器不支持：%1</translation>
    </message>
</context>
<context>
    <name>NewAppPage</name>
    <message>
        <source>Your app is registered</source>
        <translation>应用已注册</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>Active immediately for 30 days, with 10,000 calls per day.</source>
        <translation>立即生效，为期 30 天，每天 10,000 次调用。</translation>
    </message>
    <message>
        <source>No expiration. Active once the order is paid.</source>
        <translation>无期限。订单付款后生效。</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Describe your app in a sentence or two</source>
        <translation>用一两句话描述您的应用</translation>
    </message>
    <message>
        <source>Register app</source>
        <translation>注册应用</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>应用密钥</translation>
    </message>
    <message>
        <source>Copy the key now and keep it safe. It won&apos;t be shown again.</source>
        <translation>请立即复制密钥并妥善保管。它不会再次显示。</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>我已复制</translation>
    </message>
    <message>
        <source>The app key is shown only once. Copy it before you leave.</source>
        <translation>应用密钥只显示一次。离开前请先复制。</translation>
    </message>
    <message>
        <source>The app is not registered yet.</source>
        <translation>应用尚未注册。</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>a complete billing address</source>
        <translation>完整的账单地址</translation>
    </message>
    <message>
        <source>a payment token</source>
        <translation>付款令牌</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>We reach you about your app at %1.</source>
        <translation>我们会通过 %1 就您的应用与您联系。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>账单地址</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Payment token</source>
        <translation>付款令牌</translation>
    </message>
    <message>
        <source>Provided by your payment provider. Never enter a card number.</source>
        <translation>由您的支付服务商提供。请勿输入卡号。</translation>
    </message>
    <message>
        <source>To buy the app, enter %1.</source>
        <translation>要购买应用，请填写%1。</translation>
    </message>
    <message>
        <source> and </source>
        <comment>joins two things that are missing</comment>
        <translation>和</translation>
    </message>
    <message>
        <source>You see the price, and pay, in the next step.</source>
        <translation>下一步将显示价格并付款。</translation>
    </message>
    <message>
        <source>Register and order</source>
        <translation>注册并订购</translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>No unread notifications</source>
        <translation>没有未读通知</translation>
    </message>
    <message>
        <source>No notifications yet</source>
        <translation>还没有通知</translation>
    </message>
    <message>
        <source>Notifications about cameras, marks, orders, and keys appear here.</source>
        <translation>关于摄像头、标记、订单和密钥的通知会显示在这里。</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Camera offline</source>
        <translation>摄像头离线</translation>
    </message>
    <message>
        <source>Camera back online</source>
        <translation>摄像头恢复在线</translation>
    </message>
    <message>
        <source>Camera changed</source>
        <translation>摄像头已更改</translation>
    </message>
    <message>
        <source>Mark started</source>
        <translation>标记开始</translation>
    </message>
    <message>
        <source>Mark updated</source>
        <translation>标记更新</translation>
    </message>
    <message>
        <source>Mark ended</source>
        <translation>标记结束</translation>
    </message>
    <message>
        <source>Order paid</source>
        <translation>订单已付款</translation>
    </message>
    <message>
        <source>Trial ending soon</source>
        <translation>试用即将结束</translation>
    </message>
    <message>
        <source>App key replaced</source>
        <translation>应用密钥已更换</translation>
    </message>
    <message>
        <source>Face analysis finished</source>
        <translation>人脸分析已完成</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Sent in a summary</source>
        <translation>已汇总发送</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Queued for sending</source>
        <translation>已进入发送队列</translation>
    </message>
    <message>
        <source>%1 went offline</source>
        <translation>%1 已离线</translation>
    </message>
    <message>
        <source>%1 is back online</source>
        <translation>%1 已恢复在线</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1 已更改</translation>
    </message>
    <message>
        <source>%1 detected at %2</source>
        <translation>%2 检测到%1</translation>
    </message>
    <message>
        <source>%1 ended at %2</source>
        <translation>%2：%1结束</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Unread only</source>
        <translation>仅未读</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>添加渠道</translation>
    </message>
    <message>
        <source>Sending a test through “%1”.</source>
        <translation>正在通过“%1”发送测试通知。</translation>
    </message>
    <message numerus="yes">
        <source>Resending %n notification(s).</source>
        <translation>
            <numerusform>正在重新发送 %n 条通知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>删除“%1”？</translation>
    </message>
    <message>
        <source>Pending notifications for this channel are not sent, and its delivery history is deleted.</source>
        <translation>此渠道中等待发送的通知将不再发送，发送记录也会删除。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Create a new secret?</source>
        <translation>生成新密钥？</translation>
    </message>
    <message>
        <source>For one day, requests are signed with both secrets, so that your program can switch over.</source>
        <translation>一天之内，请求将同时使用新旧密钥签名，以便您的程序切换。</translation>
    </message>
    <message>
        <source>Create secret</source>
        <translation>生成密钥</translation>
    </message>
    <message>
        <source>Resend all notifications?</source>
        <translation>重新发送所有通知？</translation>
    </message>
    <message>
        <source>All notifications of the last 24 hours are sent through this channel again. Your program can recognize duplicates by their ID.</source>
        <translation>过去 24 小时的所有通知将再次通过此渠道发送。您的程序可通过 ID 识别重复通知。</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>重新发送</translation>
    </message>
</context>
<context>
    <name>OrderDesk</name>
    <message>
        <source>All plans and apps</source>
        <translation>所有套餐和应用</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>最近一周</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>No matching orders</source>
        <translation>没有符合条件的订单</translation>
    </message>
    <message>
        <source>Orders of all accounts are listed here.</source>
        <translation>所有账户的订单都列在这里。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>per month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>one-time</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>等待付款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>付款失败</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Mark as paid</source>
        <translation>标记为已付款</translation>
    </message>
    <message>
        <source>Mark as failed</source>
        <translation>标记为付款失败</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation>标记为已退款</translation>
    </message>
    <message>
        <source>Mark as expired</source>
        <translation>标记为已过期</translation>
    </message>
    <message>
        <source>The purchase takes effect immediately, as if the payment provider had confirmed the payment.</source>
        <translation>购买立即生效，如同支付服务商已确认付款。</translation>
    </message>
    <message>
        <source>The customer can try to pay again until the order expires.</source>
        <translation>订单到期前，客户可以再次尝试付款。</translation>
    </message>
    <message>
        <source>The order can no longer be paid.</source>
        <translation>此订单将无法再付款。</translation>
    </message>
    <message>
        <source>The purchase ends. Return the money through the payment provider.</source>
        <translation>购买随即终止。请通过支付服务商退款。</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>the payment provider</source>
        <translation>支付服务商</translation>
    </message>
    <message>
        <source>an administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>服务器</translation>
    </message>
    <message numerus="yes">
        <source>Marks kept for %n day(s)</source>
        <translation>
            <numerusform>标记保留 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n camera(s)</source>
        <translation>
            <numerusform>最多 %n 个摄像头</numerusform>
        </translation>
    </message>
    <message>
        <source>unlimited cameras</source>
        <translation>摄像头数量不限</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PaletteObjects</name>
    <message>
        <source>Motion</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a label and a camera</comment>
        <translation>%2：%1</translation>
    </message>
</context>
<context>
    <name>PalettePreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1 次，%2 次失败</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>共享者</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>试用结束</translation>
    </message>
    <message>
        <source>Calls today</source>
        <translation>今日调用</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Opening it is recorded in the account’s activity.</source>
        <translation>打开操作会记录在该账户的活动中。</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Can&apos;t open the browser</source>
        <translation>无法打开浏览器</translation>
    </message>
    <message>
        <source>Open this address in a browser to pay.</source>
        <translation>请在浏览器中打开此地址付款。</translation>
    </message>
    <message>
        <source>Payment page</source>
        <translation>付款页面</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PersonalDataDialog</name>
    <message>
        <source>Delete account</source>
        <translation>删除账户</translation>
    </message>
    <message>
        <source>Export your data</source>
        <translation>导出您的数据</translation>
    </message>
    <message>
        <source>Your account works as before until the deletion, and you can keep it at any time before. Plans end without a refund. Nothing can be restored afterwards.</source>
        <translation>删除之前账户可照常使用，您可随时选择保留。套餐将终止且不退款。删除后无法恢复任何内容。</translation>
    </message>
    <message>
        <source>Choose which files the export has beside the data. A large export takes a while.</source>
        <translation>选择除数据外还要导出的文件。较大的导出需要一些时间。</translation>
    </message>
    <message>
        <source>Data only</source>
        <translation>仅数据</translation>
    </message>
    <message>
        <source>With photos, videos, and marks</source>
        <translation>含照片、视频和标记</translation>
    </message>
    <message>
        <source>With recordings too</source>
        <translation>同时含录像</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>如果您只使用其他登录方式，请留空。</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>验证码或恢复码</translation>
    </message>
    <message>
        <source>Only if two-factor sign-in is on.</source>
        <translation>仅在启用两步验证登录时填写。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>PictureAge</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>No connection to the server since %1</source>
        <translation>自 %1 起与服务器断开连接</translation>
    </message>
    <message>
        <source>The camera sends no images</source>
        <translation>摄像头没有发送画面</translation>
    </message>
    <message>
        <source>Error since %1</source>
        <translation>自 %1 起出错</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>自 %1 起离线</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Last frame %1, %2</source>
        <translation>最后一帧 %1，%2</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>No plans yet</source>
        <translation>还没有套餐</translation>
    </message>
    <message>
        <source>Without plans, all data is kept for every account.</source>
        <translation>没有套餐时，所有账户的数据都会保留。</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>添加套餐</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>停止销售</translation>
    </message>
    <message>
        <source>Stop selling “%1”?</source>
        <translation>停止销售“%1”？</translation>
    </message>
    <message>
        <source>New orders are no longer possible. Current customers keep the plan until it ends.</source>
        <translation>将不再接受新订单。现有客户可使用至到期。</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>新套餐</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>保留天数</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Storage (GB)</source>
        <translation>存储（GB）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start selling</source>
        <translation>开始销售</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Can&apos;t save the receipt.</source>
        <translation>无法保存收据。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>No plans available</source>
        <translation>暂无套餐</translation>
    </message>
    <message>
        <source>This server keeps all data for every account.</source>
        <translation>此服务器为所有账户保留全部数据。</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续订</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订购</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>订购 %1</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>还没有订单</translation>
    </message>
    <message>
        <source>Your orders are listed here with their history and receipts.</source>
        <translation>您的订单会列在这里，包括历史记录和收据。</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Order %1?</source>
        <translation>订购“%1”？</translation>
    </message>
    <message>
        <source>You order %1 for %2. The payment page opens next.</source>
        <translation>您将以 %2 的价格订购“%1”。随后会打开付款页面。</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>贷项通知单</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Go live</source>
        <translation>回到实时</translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n min behind</source>
        <translation>
            <numerusform>回到实时，落后 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n h behind</source>
        <translation>
            <numerusform>回到实时，落后 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n day(s) behind</source>
        <translation>
            <numerusform>回到实时，落后 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous mark (J)</source>
        <translation>上一个标记 (J)</translation>
    </message>
    <message>
        <source>Back 5 s (←)</source>
        <translation>后退 5 秒 (←)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Forward 5 s (→)</source>
        <translation>前进 5 秒 (→)</translation>
    </message>
    <message>
        <source>Next mark (K)</source>
        <translation>下一个标记 (K)</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减速</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Save the picture (S)</source>
        <translation>保存画面 (S)</translation>
    </message>
    <message>
        <source>Hide boxes (B)</source>
        <translation>隐藏方框 (B)</translation>
    </message>
    <message>
        <source>Show boxes (B)</source>
        <translation>显示方框 (B)</translation>
    </message>
    <message>
        <source>Leave full screen (F)</source>
        <translation>退出全屏 (F)</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>全屏 (F)</translation>
    </message>
</context>
<context>
    <name>PreferencesMenu</name>
    <message>
        <source>System theme</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
    </message>
</context>
<context>
    <name>PreviewLane</name>
    <message numerus="yes">
        <source>%1: %n mark(s)</source>
        <translation>
            <numerusform>%1：%n 个标记</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewNote</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of cameras</comment>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying the rule on the last 24 hours…</source>
        <translation>正在用最近 24 小时试用规则…</translation>
    </message>
    <message>
        <source>Add a camera to see what the rule would have done.</source>
        <translation>添加摄像头后即可查看此规则的效果。</translation>
    </message>
    <message>
        <source>The preview can&apos;t be computed now.</source>
        <translation>现在无法计算预览。</translation>
    </message>
    <message>
        <source>This server can&apos;t find objects now. Ask its administrator.</source>
        <translation>此服务器目前无法检测物体。请联系其管理员。</translation>
    </message>
    <message>
        <source>No objects were looked for at %1 in this time. Save and apply the rule, or always look for objects. While something moves, this takes up to half a processor core of the server.</source>
        <translation>这段时间没有在 %1 检测物体。请保存并应用规则，或始终检测物体。画面中有移动时，这最多占用服务器半个处理器核心。</translation>
    </message>
    <message>
        <source>Objects are looked for at %1 from now on. Try the rule again later.</source>
        <translation>从现在起会在 %1 检测物体。请稍后再试用规则。</translation>
    </message>
    <message>
        <source>No faces were looked for in this time. Save the rule to start.</source>
        <translation>这段时间没有检测人脸。保存规则后开始检测。</translation>
    </message>
    <message>
        <source>No motion was looked for in this time. Save the rule to start.</source>
        <translation>这段时间没有检测移动。保存规则后开始检测。</translation>
    </message>
    <message>
        <source>Not everything is shown, because there is too much.</source>
        <translation>内容过多，未全部显示。</translation>
    </message>
    <message>
        <source>Always look for objects</source>
        <translation>始终检测物体</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Fix the highlighted fields.</source>
        <translation>请修正标出的字段。</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Email language</source>
        <translation>邮件语言</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>邮寄地址</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>账单地址</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Trials only</source>
        <translation>仅试用</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Payment token</source>
        <translation>付款令牌</translation>
    </message>
    <message>
        <source>Provided by your payment provider. Never enter a card number.</source>
        <translation>由您的支付服务商提供。请勿输入卡号。</translation>
    </message>
</context>
<context>
    <name>PurchaseCard</name>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Can&apos;t save the receipt.</source>
        <translation>无法保存收据。</translation>
    </message>
    <message>
        <source>The app is active.</source>
        <translation>应用已激活。</translation>
    </message>
    <message>
        <source>The app becomes active once the order is paid.</source>
        <translation>订单付款后应用即激活。</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>G, then %1</source>
        <comment>two keys</comment>
        <translation>先按 G，再按 %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>User menu</source>
        <translation>用户菜单</translation>
    </message>
    <message>
        <source>Letter shortcuts</source>
        <translation>字母快捷键</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Copy the server address %1</source>
        <translation>复制服务器地址 %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Larger text (now %1%)</source>
        <translation>放大文字（当前 %1%）</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Accounts and servers</source>
        <translation>账户与服务器</translation>
    </message>
    <message numerus="yes">
        <source>Accounts and servers (%n unread)</source>
        <translation>
            <numerusform>账户和服务器（%n 条未读）</numerusform>
        </translation>
    </message>
    <message>
        <source>Server status</source>
        <translation>服务器状态</translation>
    </message>
</context>
<context>
    <name>RailEntry</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1，%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an entry and its keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>RecordingForm</name>
    <message>
        <source>Nothing is recorded. Live video and the clips of marks still work.</source>
        <translation>不录制。实时画面和标记的片段仍可使用。</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>录制所有内容。</translation>
    </message>
    <message>
        <source>Each mark is recorded, with the seconds before and after it.</source>
        <translation>录制每个标记及其前后的若干秒。</translation>
    </message>
    <message>
        <source>Everything is recorded at these times, in the time zone of the account.</source>
        <translation>在以下时间（账户的时区）录制所有内容。</translation>
    </message>
    <message>
        <source>Seconds before a mark</source>
        <translation>标记之前的秒数</translation>
    </message>
    <message>
        <source>Seconds after a mark</source>
        <translation>标记之后的秒数</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Keep for at most (days)</source>
        <translation>最多保留（天）</translation>
    </message>
    <message>
        <source>Keep at most (GB)</source>
        <translation>最多保留 (GB)</translation>
    </message>
    <message>
        <source>0: as much as the plan and the server keep. The oldest recordings are deleted first.</source>
        <translation>0：以套餐和服务器的上限为准。最先删除最早的录像。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>照片和视频</translation>
    </message>
    <message>
        <source>%1 in the last 24 hours</source>
        <translation>过去 24 小时 %1</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Nothing was recorded at this time.</source>
        <translation>这个时间没有录像。</translation>
    </message>
    <message>
        <source>Live view of %1</source>
        <translation>%1 的实时画面</translation>
    </message>
    <message>
        <source>Recording of %1</source>
        <translation>%1 的录像</translation>
    </message>
    <message>
        <source>Recorded, %1</source>
        <translation>录像，%1</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesDialog</name>
    <message>
        <source>Save your recovery codes</source>
        <translation>保存您的恢复码</translation>
    </message>
    <message>
        <source>Each code signs you in once if you lose your authenticator app. Keep the codes in a safe place: they won&apos;t be shown again.</source>
        <translation>如果您无法使用身份验证器应用，每个恢复码可用于登录一次。请妥善保管：恢复码不会再次显示。</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>I have saved the codes</source>
        <translation>我已保存恢复码</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>ReferencePanel</name>
    <message>
        <source>Search calls</source>
        <translation>搜索接口</translation>
    </message>
    <message>
        <source>No matching calls</source>
        <translation>没有匹配的接口</translation>
    </message>
    <message>
        <source>Try a word of a path, such as zone, or a method.</source>
        <translation>请尝试路径中的词（例如 zone）或方法。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例代码</translation>
    </message>
    <message>
        <source>The sample reads these environment variables: %1</source>
        <translation>示例读取以下环境变量：%1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open documentation</source>
        <translation>打开文档</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Check your email</source>
        <translation>请查收邮件</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>欢迎！</translation>
    </message>
    <message>
        <source>For developers: add cameras and register apps.</source>
        <translation>面向开发者：添加摄像头并注册应用。</translation>
    </message>
    <message>
        <source>We sent a six-digit code to %1.</source>
        <translation>我们已向 %1 发送六位验证码。</translation>
    </message>
    <message>
        <source>Your email address is verified. You can sign in now.</source>
        <translation>邮箱地址已验证，现在可以登录了。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>电话（可选）</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Creating account…</source>
        <translation>正在创建账户…</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>我已有账户</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Resend in %1 s</source>
        <translation>%1 秒后可重新发送</translation>
    </message>
    <message>
        <source>Resend code</source>
        <translation>重新发送验证码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Your email address is verified. Signing in…</source>
        <translation>邮箱地址已验证，正在登录…</translation>
    </message>
</context>
<context>
    <name>Registration</name>
    <message>
        <source>Very weak</source>
        <translation>非常弱</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>非常强</translation>
    </message>
    <message>
        <source>Make it longer.</source>
        <translation>请设置更长的密码。</translation>
    </message>
    <message>
        <source>This password is common and easy to guess.</source>
        <translation>此密码很常见，容易被猜到。</translation>
    </message>
    <message>
        <source>Don&apos;t use your name or email address.</source>
        <translation>请勿包含姓名或邮箱地址。</translation>
    </message>
    <message>
        <source>Avoid repeated characters and words.</source>
        <translation>避免重复的字符和词语。</translation>
    </message>
    <message>
        <source>Avoid sequences such as abc or 1234.</source>
        <translation>避免 abc 或 1234 这样的序列。</translation>
    </message>
    <message>
        <source>Avoid neighboring keys such as qwerty.</source>
        <translation>避免 qwerty 这样的相邻按键。</translation>
    </message>
    <message>
        <source>Avoid dates.</source>
        <translation>避免使用日期。</translation>
    </message>
    <message>
        <source>Add one or two uncommon words.</source>
        <translation>再加一两个不常见的词语。</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询参数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>A user of the app</source>
        <translation>应用的用户</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Idempotency</source>
        <translation>幂等</translation>
    </message>
    <message>
        <source>The answer repeats that of an earlier request with the same key.</source>
        <translation>此响应与之前使用相同键的请求的响应相同。</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>请求编号</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Request body without secrets</source>
        <translation>请求正文（不含机密）</translation>
    </message>
    <message>
        <source>Repeat with curl</source>
        <translation>用 curl 重复请求</translation>
    </message>
    <message>
        <source>Set the variable APP_KEY or ACCESS_TOKEN first, and replace each REDACTED.</source>
        <translation>请先设置变量 APP_KEY 或 ACCESS_TOKEN，并替换每个 REDACTED。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy curl command</source>
        <translation>复制 curl 命令</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>RequestRow</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>所有状态码</translation>
    </message>
    <message>
        <source>Succeeded (2xx)</source>
        <translation>成功 (2xx)</translation>
    </message>
    <message>
        <source>Client errors (4xx)</source>
        <translation>客户端错误 (4xx)</translation>
    </message>
    <message>
        <source>Server errors (5xx)</source>
        <translation>服务器错误 (5xx)</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>所有方法</translation>
    </message>
    <message>
        <source>The calls of this app in the last 7 days, without secrets</source>
        <translation>此应用最近 7 天的调用，不含机密</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path or request ID</source>
        <translation>路径或请求编号</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>No matching requests</source>
        <translation>没有匹配的请求</translation>
    </message>
    <message>
        <source>No requests yet. New requests appear here within seconds.</source>
        <translation>还没有请求。新请求会在几秒内显示在这里。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>最近 3 天</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>错误代码</translation>
    </message>
</context>
<context>
    <name>ReviewKeys</name>
    <message>
        <source>next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>mark read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>To review</source>
        <translation>待审阅</translation>
    </message>
    <message>
        <source>No unread marks</source>
        <translation>没有未读标记</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Open Review</source>
        <translation>打开审阅</translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message>
        <source>Moving area</source>
        <translation>移动区域</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>接近触发</translation>
    </message>
    <message>
        <source>%1 of the image changed (threshold %2)</source>
        <translation>画面变化 %1（阈值 %2）</translation>
    </message>
    <message>
        <source>The largest moving area was %1 (at least %2)</source>
        <translation>最大的移动区域为 %1（至少 %2）</translation>
    </message>
    <message>
        <source>Confidence %1 (at least %2)</source>
        <translation>置信度 %1（至少 %2）</translation>
    </message>
    <message>
        <source>Size %1 (at least %2)</source>
        <translation>大小 %1（至少 %2）</translation>
    </message>
    <message>
        <source>Lasted %1 s (at least %2 s)</source>
        <translation>持续 %1 秒（至少 %2 秒）</translation>
    </message>
    <message>
        <source>Stayed for %1 s (at least %2 s)</source>
        <translation>停留 %1 秒（至少 %2 秒）</translation>
    </message>
    <message>
        <source>%1 s after the last mark (at least %2 s)</source>
        <translation>距上一标记 %1 秒（至少 %2 秒）</translation>
    </message>
    <message>
        <source>The hourly limit was reached</source>
        <translation>已达到每小时上限</translation>
    </message>
    <message>
        <source>Came close to the line, without crossing it</source>
        <translation>接近警戒线但未越过</translation>
    </message>
    <message>
        <source>%1 seen (at least %2)</source>
        <comment>numbers</comment>
        <translation>发现 %1 个（至少 %2 个）</translation>
    </message>
    <message>
        <source>The conditions were not met</source>
        <translation>条件未满足</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message numerus="yes">
        <source>Last 24 hours, %n camera(s), computed in %1 s</source>
        <translation>
            <numerusform>最近 24 小时，%n 个摄像头，用时 %1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>marks that are there</source>
        <translation>已有标记</translation>
    </message>
    <message>
        <source>marks by this rule</source>
        <translation>此规则的标记</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>此规则</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>Gone %1</source>
        <translation>消失 %1</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>Near misses %1</source>
        <translation>接近触发 %1</translation>
    </message>
    <message>
        <source>Nothing came close to a mark.</source>
        <translation>没有接近触发的情况。</translation>
    </message>
    <message>
        <source>No marks of this kind.</source>
        <translation>没有此类标记。</translation>
    </message>
    <message>
        <source>Entered %1 of %2 zones in order</source>
        <translation>已依次进入 %2 个区域中的 %1 个</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a condition; what was missing</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Condition: %1</source>
        <translation>条件：%1</translation>
    </message>
</context>
<context>
    <name>SandboxCard</name>
    <message>
        <source>Sandbox cameras</source>
        <translation>沙盒摄像头</translation>
    </message>
    <message>
        <source>Delete sandbox camera?</source>
        <translation>删除沙盒摄像头？</translation>
    </message>
    <message>
        <source>The camera and its marks are permanently deleted.</source>
        <translation>摄像头及其标记将被永久删除。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>A sandbox camera shows a scene again and again, so that your tests know which marks to expect. It does not count toward the plan, and is deleted when the trial ends.</source>
        <translation>沙盒摄像头反复播放同一场景，因此您的测试知道会出现哪些标记。它不计入套餐，并在试用结束时删除。</translation>
    </message>
    <message numerus="yes">
        <source>%1, every %n second(s)</source>
        <translation>
            <numerusform>%1，每 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected marks</source>
        <translation>预期标记</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>No sandbox cameras yet</source>
        <translation>还没有沙盒摄像头</translation>
    </message>
    <message>
        <source>Add sandbox camera…</source>
        <translation>添加沙盒摄像头…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>SandboxDialog</name>
    <message>
        <source>Add sandbox camera</source>
        <translation>添加沙盒摄像头</translation>
    </message>
    <message>
        <source>%1 (not available on this server)</source>
        <translation>%1（此服务器不支持）</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>每</translation>
    </message>
    <message>
        <source>Interval in seconds</source>
        <translation>间隔（秒）</translation>
    </message>
    <message>
        <source>seconds (at least %1)</source>
        <translation>秒（至少 %1）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>添加摄像头</translation>
    </message>
</context>
<context>
    <name>SceneNames</name>
    <message>
        <source>Walk</source>
        <translation>走过</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Covered lens</source>
        <translation>镜头被遮挡</translation>
    </message>
    <message>
        <source>Lost stream</source>
        <translation>视频流中断</translation>
    </message>
    <message>
        <source>A person walks through the room from left to right.</source>
        <translation>一个人从左到右走过房间。</translation>
    </message>
    <message>
        <source>A person looks into the camera.</source>
        <translation>一个人看向摄像头。</translation>
    </message>
    <message>
        <source>Something covers the lens, and the picture is dark.</source>
        <translation>镜头被遮挡，画面变暗。</translation>
    </message>
    <message>
        <source>The camera stops sending and cannot be reached.</source>
        <translation>摄像头停止发送，无法连接。</translation>
    </message>
</context>
<context>
    <name>ScopeNames</name>
    <message>
        <source>read and change your account</source>
        <translation>读取并更改您的账户</translation>
    </message>
    <message>
        <source>read your account</source>
        <translation>读取您的账户</translation>
    </message>
    <message>
        <source>manage your apps</source>
        <translation>管理您的应用</translation>
    </message>
    <message>
        <source>see your apps</source>
        <translation>查看您的应用</translation>
    </message>
    <message>
        <source>manage your cameras</source>
        <translation>管理您的摄像头</translation>
    </message>
    <message>
        <source>see your cameras</source>
        <translation>查看您的摄像头</translation>
    </message>
    <message>
        <source>share your cameras</source>
        <translation>共享您的摄像头</translation>
    </message>
    <message>
        <source>watch live and recorded video</source>
        <translation>观看直播和录像</translation>
    </message>
    <message>
        <source>manage recordings</source>
        <translation>管理录像</translation>
    </message>
    <message>
        <source>see recordings</source>
        <translation>查看录像</translation>
    </message>
    <message>
        <source>manage marks</source>
        <translation>管理标记</translation>
    </message>
    <message>
        <source>see marks</source>
        <translation>查看标记</translation>
    </message>
    <message>
        <source>change your rules</source>
        <translation>更改您的规则</translation>
    </message>
    <message>
        <source>see your rules</source>
        <translation>查看您的规则</translation>
    </message>
    <message>
        <source>order plans</source>
        <translation>订购套餐</translation>
    </message>
    <message>
        <source>see plans and orders</source>
        <translation>查看套餐和订单</translation>
    </message>
    <message>
        <source>manage notifications</source>
        <translation>管理通知</translation>
    </message>
    <message>
        <source>read notifications</source>
        <translation>读取通知</translation>
    </message>
    <message>
        <source>analyze images</source>
        <translation>分析图片</translation>
    </message>
    <message>
        <source>administer this server</source>
        <translation>管理此服务器</translation>
    </message>
    <message>
        <source>know who you are</source>
        <translation>知道您是谁</translation>
    </message>
    <message>
        <source>know your name</source>
        <translation>知道您的姓名</translation>
    </message>
    <message>
        <source>know your email address</source>
        <translation>知道您的邮箱地址</translation>
    </message>
    <message>
        <source>know your phone number</source>
        <translation>知道您的电话号码</translation>
    </message>
    <message>
        <source>stay signed in</source>
        <translation>保持登录</translation>
    </message>
</context>
<context>
    <name>ScreenControls</name>
    <message>
        <source>Save a snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Save a snapshot (S)</source>
        <translation>保存快照 (S)</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Leave full screen (F)</source>
        <translation>退出全屏 (F)</translation>
    </message>
</context>
<context>
    <name>SecondFactorCard</name>
    <message>
        <source>Two-factor sign-in</source>
        <translation>两步验证</translation>
    </message>
    <message>
        <source>Two-factor sign-in is off.</source>
        <translation>两步验证已关闭。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>On since %1. A sign-in asks for a code of your authenticator app.</source>
        <translation>已于 %1 启用。登录时需要输入身份验证器应用的验证码。</translation>
    </message>
    <message>
        <source>Off. This server requires it of staff: until you set it up, you can&apos;t do anything else.</source>
        <translation>未启用。此服务器要求工作人员使用两步验证：设置完成前，您无法进行其他操作。</translation>
    </message>
    <message>
        <source>Off. With an authenticator app, nobody can sign in with your password alone.</source>
        <translation>未启用。使用身份验证器应用后，仅凭密码无法登录您的账户。</translation>
    </message>
    <message numerus="yes">
        <source>%n unused recovery code(s).</source>
        <translation>
            <numerusform>还有 %n 个未使用的恢复码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>生成新的恢复码…</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>On with security keys. Apps that open no web page ask for a code: set up an authenticator app, or use your recovery codes.</source>
        <translation>已通过安全密钥启用。不打开网页的应用会要求输入验证码：请设置身份验证器应用，或使用恢复码。</translation>
    </message>
</context>
<context>
    <name>SecondFactorProofDialog</name>
    <message>
        <source>Switch two-factor sign-in off</source>
        <translation>关闭两步验证</translation>
    </message>
    <message>
        <source>New recovery codes</source>
        <translation>新的恢复码</translation>
    </message>
    <message>
        <source>Your password alone can sign in again. Your recovery codes will no longer be valid.</source>
        <translation>关闭后，仅凭密码即可登录，恢复码将失效。</translation>
    </message>
    <message>
        <source>You get ten new codes. The earlier ones will no longer be valid.</source>
        <translation>您将获得十个新的恢复码，之前的恢复码将失效。</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>如果您只使用其他登录方式，请留空。</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>验证码或恢复码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Create codes</source>
        <translation>生成恢复码</translation>
    </message>
</context>
<context>
    <name>SecondFactorSetupDialog</name>
    <message>
        <source>Set up two-factor sign-in</source>
        <translation>设置两步验证</translation>
    </message>
    <message>
        <source>Scan the QR code with your authenticator app, or enter the key by hand. Then enter the code that the app shows.</source>
        <translation>请使用身份验证器应用扫描二维码，或手动输入密钥，然后输入应用显示的验证码。</translation>
    </message>
    <message>
        <source>You need an authenticator app on your phone. Confirm your password first. Leave it empty if you sign in only with another provider.</source>
        <translation>您需要在手机上安装身份验证器应用。请先确认密码；如果您只使用其他登录方式，请留空。</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>You have security keys. One of your recovery codes shows that it is you.</source>
        <translation>您已有安全密钥。请用一个恢复码证明是您本人。</translation>
    </message>
    <message>
        <source>QR code with the key below</source>
        <translation>包含下方密钥的二维码</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Sign out all other devices and apps</source>
        <translation>让所有其他设备和应用退出登录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>SecondStepPage</name>
    <message>
        <source>Enter your code</source>
        <translation>输入验证码</translation>
    </message>
    <message>
        <source>Each of your recovery codes works once.</source>
        <translation>每个恢复码只能使用一次。</translation>
    </message>
    <message>
        <source>Your authenticator app shows the code.</source>
        <translation>身份验证器应用会显示验证码。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Use the authenticator app</source>
        <translation>使用身份验证器应用</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>使用恢复码</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Secret of “%1”</source>
        <translation>“%1”的密钥</translation>
    </message>
    <message>
        <source>Your program uses this secret to verify signatures. Copy it now: it won&apos;t be shown again.</source>
        <translation>您的程序用此密钥验证签名。请立即复制，之后不再显示。</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>我已复制</translation>
    </message>
</context>
<context>
    <name>SecurityKeyDialog</name>
    <message>
        <source>Remove security key</source>
        <translation>移除安全密钥</translation>
    </message>
    <message>
        <source>Security key</source>
        <translation>安全密钥</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>“%1” can no longer sign in, and all other devices, browsers, and apps are signed out. You can also remove the key on the web page for keys, without a code.</source>
        <translation>“%1”将不能再用于登录，所有其他设备、浏览器和应用都会退出登录。您也可以在密钥网页上移除该密钥，无需验证码。</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>如果您只使用其他登录方式，请留空。</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>验证码或恢复码</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SecurityKeysCard</name>
    <message>
        <source>Security keys and passkeys</source>
        <translation>安全密钥和通行密钥</translation>
    </message>
    <message>
        <source>Sign in on web pages with a security key, a fingerprint, or a screen lock. Keys are added in your browser.</source>
        <translation>使用安全密钥、指纹或屏幕锁在网页上登录。请在浏览器中添加密钥。</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>This server has no security keys: it must be reached by its name over HTTPS.</source>
        <translation>此服务器不支持安全密钥：必须可以通过名称以 HTTPS 访问它。</translation>
    </message>
    <message>
        <source>Security key renamed.</source>
        <translation>安全密钥已重命名。</translation>
    </message>
    <message>
        <source>Security key removed. All other devices are signed out.</source>
        <translation>安全密钥已移除。所有其他设备均已退出登录。</translation>
    </message>
    <message>
        <source>Passkey</source>
        <translation>通行密钥</translation>
    </message>
    <message>
        <source>Added %1 · last used %2</source>
        <translation>添加于 %1 · 上次使用 %2</translation>
    </message>
    <message>
        <source>Added %1 · not used yet</source>
        <translation>添加于 %1 · 尚未使用</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Add in the browser…</source>
        <translation>在浏览器中添加…</translation>
    </message>
    <message>
        <source>Open %1 in your browser.</source>
        <translation>请在浏览器中打开 %1。</translation>
    </message>
</context>
<context>
    <name>SecurityPanel</name>
    <message>
        <source>Password changed. All other devices are signed out.</source>
        <translation>密码已更改。其他设备均已退出登录。</translation>
    </message>
    <message>
        <source>Signed-in devices</source>
        <translation>已登录的设备</translation>
    </message>
    <message>
        <source>No other devices</source>
        <translation>没有其他设备</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>此设备</translation>
    </message>
    <message>
        <source>%1 · from %2 · last used %3</source>
        <translation>%1 · 来自 %2 · 上次使用 %3</translation>
    </message>
    <message>
        <source>Unknown client</source>
        <translation>未知客户端</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Apps with access to your account</source>
        <translation>可访问您账户的应用</translation>
    </message>
    <message>
        <source>No apps have access yet. Apps that you sign in to with Waymark appear here.</source>
        <translation>还没有应用可访问您的账户。您用 Waymark 登录的应用会显示在此。</translation>
    </message>
    <message>
        <source>Can %1. Since %2.</source>
        <translation>可以：%1。自 %2 起。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Other sign-in methods</source>
        <translation>其他登录方式</translation>
    </message>
    <message>
        <source>None. You sign in with your email address and password.</source>
        <translation>无。您使用邮箱地址和密码登录。</translation>
    </message>
    <message>
        <source>linked %1</source>
        <translation>关联于 %1</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Revoke access for %1?</source>
        <translation>撤销 %1 的访问权限？</translation>
    </message>
    <message>
        <source>The app is signed out immediately and can no longer use your account. It can ask for access again.</source>
        <translation>该应用会立即退出登录，无法再使用您的账户。它可以再次请求授权。</translation>
    </message>
    <message>
        <source>All other devices and apps are signed out.</source>
        <translation>所有其他设备和应用已退出登录。</translation>
    </message>
    <message>
        <source>Sign out everywhere else…</source>
        <translation>在其他所有设备上退出登录…</translation>
    </message>
    <message>
        <source>Sign out everywhere else?</source>
        <translation>在其他所有设备上退出登录？</translation>
    </message>
    <message>
        <source>All other devices, browsers, and apps are signed out immediately. This device stays signed in.</source>
        <translation>所有其他设备、浏览器和应用将立即退出登录，此设备保持登录状态。</translation>
    </message>
    <message>
        <source>Devices without a browser</source>
        <translation>没有浏览器的设备</translation>
    </message>
    <message>
        <source>A TV or a program in a terminal shows a code that you enter here.</source>
        <translation>电视或终端中的程序会显示一个代码，请在此输入。</translation>
    </message>
    <message>
        <source>Connect a device…</source>
        <translation>连接设备…</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>Answers this page</source>
        <translation>为本页提供数据</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Live viewers</source>
        <translation>实时观看者</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1 searched, %2 skipped, %3 waiting</source>
        <translation>已检测 %1，跳过 %2，等待 %3</translation>
    </message>
    <message>
        <source>Processor load</source>
        <translation>处理器负载</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>更新于 %1</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>立即更新</translation>
    </message>
    <message>
        <source>This is the state of %1.</source>
        <translation>显示的是 %1 的状态。</translation>
    </message>
</context>
<context>
    <name>ServerTroublesCard</name>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>All servers work.</source>
        <translation>所有服务器运行正常。</translation>
    </message>
    <message>
        <source>The server works.</source>
        <translation>服务器运行正常。</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Model not installed</source>
        <translation>未安装模型</translation>
    </message>
    <message>
        <source>Model can&apos;t be used</source>
        <translation>模型无法使用</translation>
    </message>
    <message>
        <source>Stopped: the disk refuses it</source>
        <translation>已停止：磁盘拒绝写入</translation>
    </message>
    <message>
        <source>No cameras</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>可用 %1，共 %2</translation>
    </message>
    <message>
        <source>Disk for recordings</source>
        <translation>录像磁盘</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>The disk of %1 is full: nothing is recorded.</source>
        <translation>%1 的磁盘已满：无法录制。</translation>
    </message>
    <message>
        <source>The disk of %1 refuses recordings.</source>
        <translation>%1 的磁盘拒绝写入录像。</translation>
    </message>
    <message>
        <source>%1 has stopped unexpectedly.</source>
        <translation>%1 已意外停止。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有响应。</translation>
    </message>
    <message>
        <source>The other servers can&apos;t reach %1: no address is set.</source>
        <translation>其他服务器无法连接 %1：未设置地址。</translation>
    </message>
    <message>
        <source>The disk of %1 is almost full: %2 left.</source>
        <translation>%1 的磁盘即将用满：剩余 %2。</translation>
    </message>
    <message numerus="yes">
        <source>The disk of %1 was too slow %n time(s). Video is missing from recordings.</source>
        <translation>
            <numerusform>%1 的磁盘过慢 %n 次，录像中缺少部分视频。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 skipped %2 of the images to be searched for objects.</source>
        <translation>%1 跳过了 %2 的待检测物体的图像。</translation>
    </message>
    <message numerus="yes">
        <source>%1 could not store %n minute(s) of observations.</source>
        <translation>
            <numerusform>%1 有 %n 分钟的观察数据未能保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can&apos;t find objects: the model can&apos;t be used.</source>
        <translation>%1 无法检测物体：模型无法使用。</translation>
    </message>
    <message>
        <source>%1 can&apos;t find objects: the model is not installed.</source>
        <translation>%1 无法检测物体：未安装模型。</translation>
    </message>
    <message>
        <source>%1 can&apos;t find faces: the models are not installed.</source>
        <translation>%1 无法检测人脸：未安装模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent.</source>
        <translation>
            <numerusform>%n 条消息未能发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n background job(s) failed.</source>
        <translation>
            <numerusform>%n 个后台任务失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>Free some space, or lower the storage budgets of the cameras.</source>
        <translation>请释放空间，或降低摄像头的存储配额。</translation>
    </message>
    <message>
        <source>Check the disk. The server&apos;s log contains the reason.</source>
        <translation>请检查磁盘。服务器日志中记录了原因。</translation>
    </message>
    <message>
        <source>The other servers have taken over its cameras. Start the server again.</source>
        <translation>其他服务器已接管其摄像头。请重新启动该服务器。</translation>
    </message>
    <message>
        <source>Check the machine, and the network between the servers.</source>
        <translation>请检查该机器以及服务器之间的网络。</translation>
    </message>
    <message>
        <source>Start the server with the option --advertise.</source>
        <translation>请使用 --advertise 选项启动服务器。</translation>
    </message>
    <message>
        <source>Use a faster disk, or record fewer cameras on this server.</source>
        <translation>请使用更快的磁盘，或减少此服务器录制的摄像头。</translation>
    </message>
    <message>
        <source>Give the detector more threads by --object-threads, or add a server.</source>
        <translation>请用 --object-threads 为检测器增加线程，或添加服务器。</translation>
    </message>
    <message>
        <source>The server&apos;s log contains the reason.</source>
        <translation>服务器日志中记录了原因。</translation>
    </message>
    <message>
        <source>Run scripts/install-models on the server&apos;s machine.</source>
        <translation>请在服务器所在机器上运行 scripts/install-models。</translation>
    </message>
    <message>
        <source>Check the address and the password of the mail server.</source>
        <translation>请检查邮件服务器的地址和密码。</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 wait for the disk</source>
        <translation>%1 等待写入磁盘</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share “%1”</source>
        <translation>共享“%1”</translation>
    </message>
    <message>
        <source>People you share with can see the live view and the marks, but can&apos;t change anything. If an email address has no account yet, access starts once it is registered.</source>
        <translation>您共享的人可以查看实时画面和标记，但不能更改任何内容。尚未注册的邮箱地址在注册后即可查看。</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Until revoked</source>
        <translation>直到撤销</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>For 1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>For 1 week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>For 30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Not shared</source>
        <translation>未共享</translation>
    </message>
    <message>
        <source>Only you have access.</source>
        <translation>只有您可以访问。</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>到 %1 为止</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SharedServicesCards</name>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>By a mail server</source>
        <translation>通过邮件服务器</translation>
    </message>
    <message>
        <source>Kept in a folder: no mail server is set</source>
        <translation>保存在文件夹中：未设置邮件服务器</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>By a gateway</source>
        <translation>通过网关</translation>
    </message>
    <message>
        <source>No gateway is set</source>
        <translation>未设置网关</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Background jobs</source>
        <translation>后台任务</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Leave this page?</source>
        <translation>离开此页面？</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>This link leads to no page: %1</source>
        <translation>此链接没有对应的页面：%1</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
</context>
<context>
    <name>ShellActions</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Support access</source>
        <translation>客服访问</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>分析人脸</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Orders of all accounts</source>
        <translation>所有账户的订单</translation>
    </message>
    <message>
        <source>Plans for sale</source>
        <translation>在售套餐</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>添加摄像头</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Ctrl +</source>
        <translation>Ctrl +</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Ctrl -</source>
        <translation>Ctrl -</translation>
    </message>
    <message>
        <source>Allow motion</source>
        <translation>允许动态效果</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Turn off letter shortcuts</source>
        <translation>关闭字母快捷键</translation>
    </message>
    <message>
        <source>Turn on letter shortcuts</source>
        <translation>开启字母快捷键</translation>
    </message>
    <message>
        <source>Turn off desktop notifications</source>
        <translation>关闭桌面通知</translation>
    </message>
    <message>
        <source>Turn on desktop notifications</source>
        <translation>开启桌面通知</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Copy the server address</source>
        <translation>复制服务器地址</translation>
    </message>
    <message>
        <source>Copy a link to this page</source>
        <translation>复制此页面的链接</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Alt Left</source>
        <translation>Alt 左</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Alt Right</source>
        <translation>Alt 右</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Accounts and servers</source>
        <translation>账户与服务器</translation>
    </message>
    <message>
        <source>Connect a device</source>
        <translation>连接设备</translation>
    </message>
    <message>
        <source>Server status</source>
        <translation>服务器状态</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>忘记密码？</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
</context>
<context>
    <name>SoundControl</name>
    <message>
        <source>Sound off (M)</source>
        <translation>关闭声音 (M)</translation>
    </message>
    <message>
        <source>Sound on (M)</source>
        <translation>打开声音 (M)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>SpanShareDialog</name>
    <message>
        <source>Share this recording</source>
        <translation>共享这段录像</translation>
    </message>
    <message>
        <source>All links to %1 were revoked.</source>
        <translation>%1 的所有链接均已撤销。</translation>
    </message>
    <message>
        <source>Anyone with this link can download the selected span until %1, or until you revoke it or sign out.</source>
        <translation>在 %1 之前，任何人都可以通过此链接下载所选片段；撤销链接或退出登录后，链接立即失效。</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Revoke all links of this camera</source>
        <translation>撤销此摄像头的所有链接</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SpanTools</name>
    <message>
        <source>Held: %1</source>
        <translation>已保留：%1</translation>
    </message>
    <message>
        <source>Held until %1: %2</source>
        <translation>保留至 %1：%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>The recording is held</source>
        <translation>录像已保留</translation>
    </message>
    <message>
        <source>The recording is released</source>
        <translation>录像已解除保留</translation>
    </message>
    <message>
        <source>The recording was deleted</source>
        <translation>录像已删除</translation>
    </message>
    <message>
        <source>The newest minutes can&apos;t be deleted yet. Try again later.</source>
        <translation>最近几分钟的录像暂时无法删除。请稍后重试。</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>删除此录像？</translation>
    </message>
    <message>
        <source>The recording of %1 from %2 will be permanently deleted. Marks and their clips stay.</source>
        <translation>%1 在 %2 的录像将被永久删除。标记及其片段会保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>StateBadge</name>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>等待付款</translation>
    </message>
    <message>
        <source>No new images</source>
        <translation>没有新画面</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Can&apos;t load this page</source>
        <translation>无法加载此页面</translation>
    </message>
</context>
<context>
    <name>StorageWords</name>
    <message>
        <source>The storage is full within a day. Then the oldest recordings are deleted first.</source>
        <translation>存储空间将在一天内用满，届时最先删除最早的录像。</translation>
    </message>
    <message numerus="yes">
        <source>The storage is full in %n day(s). Then the oldest recordings are deleted first.</source>
        <translation>
            <numerusform>存储空间将在 %n 天后用满，届时最先删除最早的录像。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessCard</name>
    <message>
        <source>Images: access granted</source>
        <translation>图像：已授权访问</translation>
    </message>
    <message>
        <source>Images: no access</source>
        <translation>图像：无访问权限</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>The owner has granted access to images until %1. Each access is recorded.</source>
        <translation>所有者已授权访问图像至 %1。每次访问都会记录。</translation>
    </message>
    <message>
        <source>The owner can grant access under Account, Support access. Until then, you see whether the cameras are online, but no images.</source>
        <translation>所有者可在“账户”的“支持访问”中授权。在此之前，您可以看到摄像头是否在线，但看不到图像。</translation>
    </message>
    <message>
        <source>No cameras</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>查看 %1</translation>
    </message>
    <message numerus="yes">
        <source>Viewed %n time(s) under this access.</source>
        <translation>
            <numerusform>在此授权下已查看 %n 次。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessPanel</name>
    <message>
        <source>Support access to your cameras</source>
        <translation>客服访问您的摄像头</translation>
    </message>
    <message>
        <source>Support staff can see your account and whether your cameras are online. They can&apos;t see any images unless you grant access here. You can see when they used it, and end it at any time.</source>
        <translation>客服人员可以看到您的账户以及摄像头是否在线。除非您在此授权，否则他们看不到任何画面。您可以查看他们的访问时间，并可随时结束访问。</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Grant access</source>
        <translation>授权访问</translation>
    </message>
    <message>
        <source>Support has access until %1.</source>
        <translation>客服可访问至 %1。</translation>
    </message>
    <message>
        <source>End access</source>
        <translation>结束访问</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>You have not granted access yet.</source>
        <translation>您尚未授权过访问。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>Viewed %n time(s), last at %1.</source>
        <translation>
            <numerusform>查看过 %n 次，最近一次在 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not viewed yet</source>
        <translation>尚未查看</translation>
    </message>
</context>
<context>
    <name>SupportAccountPage</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 calls today</source>
        <translation>今天 %1 次调用</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Deactivate this account?</source>
        <translation>停用此账户？</translation>
    </message>
    <message>
        <source>All users are signed out immediately. The account&apos;s apps and users have no access until you activate it again.</source>
        <translation>所有用户会立即退出登录。在重新启用之前，其应用和用户都无法访问。</translation>
    </message>
    <message>
        <source>Change the role of %1 to %2? The change takes effect with the next call.</source>
        <translation>将 %1 的角色更改为“%2”？更改从下一次调用起生效。</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>The account will be deleted on %1.</source>
        <translation>该账户将于 %1 删除。</translation>
    </message>
    <message>
        <source>Cancel deletion</source>
        <translation>取消删除</translation>
    </message>
</context>
<context>
    <name>SupportOrderPage</name>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Only administrators can change orders.</source>
        <translation>只有管理员可以更改订单。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>操作者：%1</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Reason (kept with the order)</source>
        <translation>原因（随订单保存）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>添加套餐</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>SupportPlanCards</name>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>无套餐</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message numerus="yes">
        <source>kept for %n day(s)</source>
        <translation>
            <numerusform>保留 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message numerus="yes">
        <source>%n in use</source>
        <translation>
            <numerusform>使用中 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储空间</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n 个活动会话</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown client</source>
        <translation>未知客户端</translation>
    </message>
</context>
<context>
    <name>SupportSearch</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Every search is recorded. The account&apos;s owner can see it.</source>
        <translation>每次搜索都会被记录，账户所有者可以看到。</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>Try the beginning of a word, a full address, or an ID.</source>
        <translation>请尝试词首、完整地址或 ID。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Address, name, phone, app, camera, order, ID, or request ID</source>
        <translation>地址、姓名、电话、应用、摄像头、订单、ID 或请求 ID</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Enter a time such as %1.</source>
        <translation>请输入时间，例如 %1。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>没有录像</translation>
    </message>
    <message>
        <source>Camera offline</source>
        <translation>摄像头离线</translation>
    </message>
    <message>
        <source>Recording off</source>
        <translation>未开启录像</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>服务器停止</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>cause and duration</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>没有录像</translation>
    </message>
    <message>
        <source>at most 6 hours</source>
        <translation>最多 6 小时</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Release (%1)</source>
        <translation>解除保留（%1）</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Release the recording before deleting it</source>
        <translation>请先解除保留，再删除录像</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>TimelineHeader</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>所有摄像头</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>No more marks</source>
        <translation>没有更多标记</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>还没有摄像头</translation>
    </message>
    <message>
        <source>Add a camera on the Home page. Its recording appears here.</source>
        <translation>请在“首页”添加摄像头，其录像会显示在这里。</translation>
    </message>
</context>
<context>
    <name>TimelineRows</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>没有录像</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%1%</source>
        <comment>a percentage</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Waymark</source>
        <translation>打开 Waymark</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>Waymark: %n unread</source>
        <translation>
            <numerusform>Waymark：%n 条未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other accounts</source>
        <translation>
            <numerusform>其中 %n 条在其他账户中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>%1: %2 calls, %3 failed</source>
        <translation>%1：%2 次调用，其中 %3 次失败</translation>
    </message>
    <message>
        <source>%1 calls in %2 days, %3 failed</source>
        <translation>%2 天内 %1 次调用，其中 %3 次失败</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Can&apos;t play the video.</source>
        <translation>无法播放视频。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>播放位置</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>Use the group&apos;s rule or the default</source>
        <translation>使用分组的规则或默认规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>WebhooksCard</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Deliveries in the last 24 hours</source>
        <translation>过去 24 小时的投递</translation>
    </message>
    <message>
        <source>No webhooks yet. Add a channel of the kind webhook in the inbox.</source>
        <translation>还没有 Webhook。请在收件箱中添加类型为 Webhook 的渠道。</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>最近一次：%1</translation>
    </message>
    <message>
        <source>Type of the test message</source>
        <translation>测试消息的类型</translation>
    </message>
    <message>
        <source>%1 delivered, %2 pending, %3 failed</source>
        <translation>已送达 %1，待处理 %2，失败 %3</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>发送测试</translation>
    </message>
</context>
<context>
    <name>WeeklySpans</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time of the day</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>the next day</source>
        <translation>次日</translation>
    </message>
    <message>
        <source>Delete this time span</source>
        <translation>删除此时间段</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Record all day</source>
        <translation>全天录制</translation>
    </message>
    <message>
        <source>Delete this exception</source>
        <translation>删除此例外</translation>
    </message>
    <message>
        <source>Add a time span</source>
        <translation>添加时间段</translation>
    </message>
    <message>
        <source>Add an exception</source>
        <translation>添加例外</translation>
    </message>
    <message>
        <source>A schedule can have at most %1 time spans.</source>
        <translation>一个时间安排最多可以有 %1 个时间段。</translation>
    </message>
    <message>
        <source>A schedule can have at most %1 exceptions.</source>
        <translation>一个时间安排最多可以有 %1 个例外。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your cameras, on your own server</source>
        <translation>您的摄像头，您自己的服务器</translation>
    </message>
    <message>
        <source>Watch live, find the moments that matter, and build your own apps. Your data stays on this server unless you share it.</source>
        <translation>实时观看，找到重要时刻，并在此基础上构建自己的应用。除非您共享，数据不会离开这台服务器。</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>ZoneCorners</name>
    <message>
        <source>Corner %1</source>
        <translation>角点 %1</translation>
    </message>
    <message>
        <source>Arrow keys move the corner, Insert adds a corner, Delete deletes it.</source>
        <translation>方向键移动角点，Insert 键添加，Delete 键删除。</translation>
    </message>
</context>
<context>
    <name>ZoneForm</name>
    <message>
        <source>Edit zone</source>
        <translation>编辑区域</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>新建区域</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监看</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Motion in this zone is ignored.</source>
        <translation>此区域内的移动将被忽略。</translation>
    </message>
    <message>
        <source>A line between two points.</source>
        <translation>两点之间的线。</translation>
    </message>
    <message>
        <source>Motion outside these zones is ignored.</source>
        <translation>此类区域之外的移动将被忽略。</translation>
    </message>
    <message numerus="yes">
        <source>Remove corners until %n are left.</source>
        <translation>
            <numerusform>请移除角点，直到剩下 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag the corners, or move the selected corner with the arrow keys. Insert adds a corner, Delete deletes it.</source>
        <translation>拖动角点，或用方向键移动选中的角点。Insert 键添加，Delete 键删除。</translation>
    </message>
    <message numerus="yes">
        <source>Click %n more corner(s) in the image.</source>
        <translation>
            <numerusform>请在画面中再点 %n 个角点。</numerusform>
        </translation>
    </message>
    <message>
        <source>Start with a shape in the middle</source>
        <translation>从中间的形状开始</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ZonesPage</name>
    <message>
        <source>Zones of %1</source>
        <translation>%1 的区域</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>新建区域</translation>
    </message>
    <message>
        <source>Delete this zone?</source>
        <translation>删除此区域？</translation>
    </message>
    <message>
        <source>Existing marks are kept.</source>
        <translation>已有的标记会保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>No zones yet. Draw a zone to watch an area or to ignore it.</source>
        <translation>还没有区域。绘制一个区域以监看或忽略它。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>监看</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>The changes to this zone are not saved.</source>
        <translation>对此区域的更改尚未保存。</translation>
    </message>
</context>
</TS>
