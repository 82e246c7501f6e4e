using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Benchmarks.Stamp;

/// <summary>
/// What signing costs: hashing against <c>openssl speed</c> in the same run, a large film in bounded memory, and the share of a render. All
/// times are processor times, so that other work on the machine does not count.
/// </summary>
internal static class StampBenchmark
{
    private const double LeastShareOfOpenssl = 0.8;
    private const double MostShareOfRender = 0.03;
    private const long MostAllocated = 64L << 20;
    private const int Block = 256 << 10;

    /// <summary>Runs it; 1 when a bound does not hold.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        if (arguments is not ([] or [_]) || arguments is [var text] && (!long.TryParse(text, out var asked) || asked is < 1 or > 65536))
        {
            Console.Error.WriteLine("bench stamp [megabytes of the large film, 1 to 65536; 1024 when left out]");
            return 2;
        }

        var size = (arguments is [var given] ? long.Parse(given, CultureInfo.InvariantCulture) : 1024) << 20;
        var folder = Directory.CreateTempSubdirectory("sora-stamp").FullName;
        try
        {
            using var identity = SigningIdentity.CreateSelfMade("Benchmark", TimeProvider.System);
            var fast = await Hashing(folder, size, identity);
            var small = await Share(folder, identity);
            return fast && small ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<bool> Hashing(string folder, long size, SigningIdentity identity)
    {
        var film = Path.Combine(folder, "large.mp4");
        await Do("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=10:duration=1", "-movflags", "+faststart", film);
        var stamped = Path.Combine(folder, "stamped.mp4");
        await using (File.Create(stamped))
        {
        }

        // Once on little, so that nothing is compiled while it counts.
        Copy(film, stamped, identity);
        Verify(stamped, identity);
        Enlarge(film, size);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var stamping = Measured(() => Copy(film, stamped, identity));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var verifying = Measured(() => Verify(stamped, identity));
        var openssl = await Openssl();
        var (hashed, copied) = (size / verifying.User.TotalSeconds, size / (stamping.User + stamping.System).TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            film                {size >> 20} MiB
            openssl speed       {openssl / 1e6:0} MB/s (sha256, blocks of {Block >> 10} KiB, user time)
            verify, hashing     {hashed / 1e6:0} MB/s of user time, {hashed / openssl:P0} of openssl; {verifying.User.TotalSeconds:0.00} s user, {verifying.System.TotalSeconds:0.00} s system
            stamp, hash + copy  {copied / 1e6:0} MB/s; {stamping.User.TotalSeconds:0.00} s user, {stamping.System.TotalSeconds:0.00} s system
            allocated           {allocated / 1e6:0.0} MB while stamping; the process at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB
            """));
        return hashed >= openssl * LeastShareOfOpenssl && allocated <= MostAllocated;
    }

    /// <summary>Stamping all files of an example again, against what making it took.</summary>
    private static async Task<bool> Share(string folder, SigningIdentity identity)
    {
        var made = Path.Combine(folder, "made");
        var render = await Do("dotnet", Path.Combine(AppContext.BaseDirectory, "sora.dll"), "render", Path.Combine(Checkout.Examples, "ceramic-ball", "request.json"), "-o", made, "--data", Path.Combine(folder, "data"));
        var files = Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".mp4" or ".jpg" or ".webp" or ".gif").ToList();
        var target = Path.Combine(folder, "again");
        await using (File.Create(target))
        {
        }

        var stamping = files.Aggregate(TimeSpan.Zero, (sum, path) =>
        {
            var one = Measured(() =>
            {
                Copy(path, target, identity);
                Verify(target, identity);
            });
            return sum + one.User + one.System;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"share of a render    {stamping / render:P2}: {files.Count} files signed and verified in {stamping.TotalSeconds:0.000} s, made in {render.TotalSeconds:0.0} s"));
        return stamping / render < MostShareOfRender;
    }

    private static void Copy(string film, string stamped, SigningIdentity identity)
    {
        using var source = File.OpenRead(film);
        using var destination = File.Open(stamped, FileMode.Open, FileAccess.ReadWrite);
        ProvenanceStamp.Stamp(source, destination, Definition(), identity);
    }

    private static void Verify(string stamped, SigningIdentity identity)
    {
        using var file = File.OpenRead(stamped);
        var report = ProvenanceReader.Verify(file, identity.TrustAnchors);
        if (report.State != VerificationState.Trusted)
        {
            throw new InvalidDataException(report.Summary);
        }
    }

    private static (TimeSpan User, TimeSpan System) Measured(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var (user, system) = (process.UserProcessorTime, process.PrivilegedProcessorTime);
        work();
        process.Refresh();
        return (process.UserProcessorTime - user, process.PrivilegedProcessorTime - system);
    }

    /// <summary>Puts a box behind the film that makes it large and takes no room on the disk.</summary>
    private static void Enlarge(string film, long size)
    {
        using var file = File.Open(film, FileMode.Open);
        var head = new byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(head, 1);
        "mdat"u8.CopyTo(head.AsSpan(4));
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(8), size);
        file.Seek(0, SeekOrigin.End);
        file.Write(head);
        file.SetLength(file.Length + size - head.Length);
    }

    /// <summary>Bytes a second of user time.</summary>
    private static async Task<double> Openssl()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "openssl", ["speed", "-mr", "-seconds", "3", "-bytes", Block.ToString(CultureInfo.InvariantCulture), "-evp", "sha256"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await errors;
        var line = text.Split('\n').First(one => one.StartsWith("+F:", StringComparison.Ordinal));
        return double.Parse(line.Split(':')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<TimeSpan> Do(string program, params string[] arguments)
    {
        // The shell's own clock of processor time: nothing is left of a process that has ended.
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "\"$@\" > /dev/null; code=$?; times >&2; exit $code", "bash", program, .. arguments]) { RedirectStandardError = true })!;
        var lines = (await process.StandardError.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? TimeSpan.FromSeconds(lines[^1].Split(' ').Sum(Seconds))
            : throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {string.Join(' ', lines)}");
    }

    /// <summary>A time as <c>times</c> writes it, such as 1m2.345s.</summary>
    private static double Seconds(string text)
    {
        var parts = text.TrimEnd('s').Split('m');
        return int.Parse(parts[0], CultureInfo.InvariantCulture) * 60 + double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static ManifestDefinition Definition() => new()
    {
        ManifestId = ContentId.From("benchmark"),
        InstanceId = ContentId.From("benchmark"),
        Title = "Benchmark",
        Generator = new SoftwareAgent("SoraFunctions"),
        Created = DateTimeOffset.UnixEpoch,
        Actions = [ActionDefinition.Created(DigitalSourceType.AlgorithmicMedia, new SoftwareAgent("world"))],
    };
}
