"""What the package would add to a computer, as a folder: laid over the files of this one, it is a computer with a kiosk. It builds no
package, and knows nothing of what starts there.
"""
import pathlib
import shutil
import subprocess

top = pathlib.Path(__file__).resolve().parent.parent.parent


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def lay_out(build, root, units):
    """The kiosk of a build folder in `root`, with these units and drop-ins besides, texts by their names."""
    subprocess.run(["cmake", "--install", build, "--prefix", root / "usr"], check=True, stdout=subprocess.DEVNULL)
    debian = top / "deploy" / "debian"
    for line in (debian / "tingdu.install").read_text().splitlines():
        what, where = line.split()
        where = f"usr/{where}" if where.startswith("lib/") else where  # as Debian 12 has it
        for file in (top / "deploy").glob(what.removeprefix("deploy/")):
            (root / where).mkdir(parents=True, exist_ok=True)
            shutil.copy(file, root / where)
    write(root / "usr/lib/sysusers.d/tingdu.conf", (debian / "tingdu.sysusers").read_text())
    (root / "usr/bin").mkdir(exist_ok=True)
    (root / "usr/bin/tingdu").symlink_to("../libexec/tingdu/tingdu")
    at = root / "usr/lib/systemd/system"
    at.mkdir(parents=True, exist_ok=True)
    for file in debian.glob("*.service"):
        shutil.copy(file, at)
    for name, text in units.items():
        write(at / name, text)
    write(root / "etc/hostname", "tingdu\n")
    # Nothing to mount, nobody yet; and not everybody may read who may sign in here.
    for empty in ("fstab", "machine-id", "shadow", "gshadow"):
        write(root / "etc" / empty, "")
