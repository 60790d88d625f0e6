/** Ports and places of one Ceph cluster; two clusters with different ones live side by side. */
export type CephLayout = { dir: string; httpPort: number; monPort: number; monPortV1: number };

export const CLUSTER_ID = "6e0b2f0e-6a1f-4b0e-9a54-000000000001";
export const OSD_ID = "6e0b2f0e-6a1f-4b0e-9a54-000000000002";

// A gateway that is killed while it completes an upload leaves its lock on it: for ten minutes, unless told otherwise.
const COMPLETION_LOCK_S = 5;

/** A cluster of one monitor, one file-backed store and one gateway, on loopback, without cephx: for tests alone. */
export const cephConf = ({ dir, httpPort, monPort, monPortV1 }: CephLayout): string => `[global]
fsid = ${CLUSTER_ID}
mon initial members = a
mon host = [v2:127.0.0.1:${monPort},v1:127.0.0.1:${monPortV1}]
auth cluster required = none
auth service required = none
auth client required = none
run dir = ${dir}/run
log file = ${dir}/log/$name.log
admin socket = ${dir}/run/$name.asok
pid file = ${dir}/run/$name.pid
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
mon warn on pool no redundancy = false
auth allow insecure global id reclaim = false
ms mon client mode = crc
osd objectstore = bluestore
bluestore block size = 21474836480
osd memory target = 939524096
osd max object name len = 2048
mon data avail warn = 5
[mon.a]
mon data = ${dir}/mon
[osd.0]
osd data = ${dir}/osd
ms bind ipv4 = true
public addr = 127.0.0.1
cluster addr = 127.0.0.1
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:${httpPort}
rgw data = ${dir}
rgw dynamic resharding = false
rgw crypt require ssl = false
rgw enable usage log = false
rgw thread pool size = 64
rgw mp lock max time = ${COMPLETION_LOCK_S}
`;
