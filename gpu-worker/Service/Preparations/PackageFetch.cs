using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SoraFunctions.Service.Assets;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Preparations;

/// <summary>
/// Brings model packages from stores onto this machine. A package appears whole, by its renaming, once each of its files has the checksum that its list
/// says; what broke off goes on where it was, also after a restart. What fails is tried again, ever seldomer, and said meanwhile.
/// </summary>
/// <param name="folder">Where packages go, a folder for each; nothing else lies there.</param>
/// <param name="time">The clock between tries.</param>
/// <param name="log">Where failures are told.</param>
internal sealed partial class PackageFetch(string folder, TimeProvider time, ILogger log)
{
    private const string Incoming = ".incoming";
    private const string Part = ".part";

    /// <summary>Left free on the disk for all else.</summary>
    private const long Margin = 512L << 20;

    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    private string _doing = "model packages are about to be fetched";
    private string? _failed;

    /// <summary>What is being done, and what went wrong last, in plain words.</summary>
    public string Doing => _failed is { } failed ? $"{_doing}; the last try failed: {failed}" : _doing;

    /// <summary>Tells the bytes that are free where packages go.</summary>
    internal Func<long> Free { get; init; } = () => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    /// <summary>Brings packages and removes others that were brought before.</summary>
    /// <param name="orders">Which.</param>
    /// <param name="cancellation">Gives it up; what was brought stays.</param>
    /// <returns>Their folders.</returns>
    public async Task<IReadOnlyList<string>> All(IReadOnlyList<PackageOrder> orders, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(folder, Incoming));
        foreach (var left in Directory.EnumerateDirectories(folder).Concat(Directory.EnumerateDirectories(Path.Combine(folder, Incoming))))
        {
            var name = Path.GetFileName(left);
            if (name != Incoming && orders.All(order => order.Name != name))
            {
                Directory.Delete(left, recursive: true);
            }
        }

        foreach (var order in orders)
        {
            await Stubbornly(order, cancellation);
        }

        return [.. orders.Select(order => Path.Combine(folder, order.Name))];
    }

    private async Task Stubbornly(PackageOrder order, CancellationToken cancellation)
    {
        for (var pause = _shortest; ; pause = pause * 2 < _longest ? pause * 2 : _longest)
        {
            try
            {
                await One(order, cancellation);
                _failed = null;
                return;
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                _failed = failure.Message;
                LogFailure(order.Name, pause, failure);
                await Task.Delay(pause, time, cancellation);
            }
        }
    }

    /// <summary>Brings a package, or finds it whole.</summary>
    internal async Task One(PackageOrder order, CancellationToken cancellation)
    {
        _doing = $"the model package {order.Name} is being looked for and checked";
        var list = await ListOf(order, cancellation);
        var (home, draft) = (Path.Combine(folder, order.Name), Path.Combine(folder, Incoming, order.Name));
        if (Directory.Exists(home))
        {
            if (await IsWhole(home, list, cancellation))
            {
                return;
            }

            // Other weights, or damaged ones: what is as listed need not be fetched again.
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            Directory.Move(home, draft);
        }

        Directory.CreateDirectory(draft);
        foreach (var (index, (path, sha256)) in list.Files.Index())
        {
            await Fetch(order, path, sha256, Path.Combine(draft, path), $"file {index + 1} of {list.Files.Count}", cancellation);
        }

        foreach (var stray in Directory.EnumerateFiles(draft, "*", SearchOption.AllDirectories).Where(file => !list.Files.Any(one => Path.Combine(draft, one.Path) == file)))
        {
            File.Delete(stray);
        }

        await File.WriteAllTextAsync(Path.Combine(draft, ModelChecksums.FileName), list.Text, cancellation);
        Directory.Move(draft, home);
    }

    private static async Task<PackageList> ListOf(PackageOrder order, CancellationToken cancellation)
    {
        var path = $"{order.Prefix}/{ModelChecksums.FileName}";
        await using var file = await order.Store.OpenFile(path, 0, cancellation)
            ?? throw new FileNotFoundException($"the store has no {path}, which lists the files of the model package {order.Name}");
        using var reader = new StreamReader(file.Content);
        return PackageList.Read(await reader.ReadToEndAsync(cancellation));
    }

    private static async Task<bool> IsWhole(string home, PackageList list, CancellationToken cancellation)
    {
        var known = Path.Combine(home, ModelChecksums.FileName);
        if (!File.Exists(known) || await File.ReadAllTextAsync(known, cancellation) != list.Text)
        {
            return false;
        }

        foreach (var (path, sha256) in list.Files)
        {
            if (!await Is(Path.Combine(home, path), sha256, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> Is(string path, string sha256, CancellationToken cancellation) =>
        File.Exists(path) && await AssetHash.Of(path, cancellation) == sha256;

    private async Task Fetch(PackageOrder order, string path, string sha256, string target, string which, CancellationToken cancellation)
    {
        if (await Is(target, sha256, cancellation))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Delete(target);
        var part = target + Part;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var to = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 20, useAsync: true))
        {
            await Pass(to, null, hash, _ => { }, cancellation);
            await using var from = await order.Store.OpenFile($"{order.Prefix}/{path}", to.Length, cancellation)
                ?? throw new FileNotFoundException($"the store has no {order.Prefix}/{path}, which the list of the model package {order.Name} names");
            var (left, free) = (from.Length - to.Length, Free());
            if (left > free - Margin)
            {
                throw new IOException(Say($"no room for {path} of the model package {order.Name}: {left / 1e9:0.00} GB are to come and {free / 1e9:0.00} GB are free, of which {Margin / 1e9:0.00} are left for other things"));
            }

            await Pass(from.Content, to, hash, done => _doing = Say($"the model package {order.Name} is being fetched: {which}, {path}, {done / 1e9:0.00} of {from.Length / 1e9:0.00} GB"), cancellation);
            to.Flush(flushToDisk: true);
        }

        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (found != sha256)
        {
            File.Delete(part);
            throw new InvalidDataException($"{path} of the model package {order.Name} has sha256 {found}, not {sha256} as listed: it was changed in the store, or its transfer went wrong");
        }

        File.Move(part, target);
    }

    private static async Task Pass(Stream from, FileStream? to, IncrementalHash hash, Action<long> told, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 20];
        while (await from.ReadAsync(buffer, cancellation) is var count && count > 0)
        {
            hash.AppendData(buffer, 0, count);
            if (to is not null)
            {
                await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
                told(to.Length);
            }
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Warning, "The model package {Package} could not be fetched; the next try is after {Pause}")]
    private partial void LogFailure(string package, TimeSpan pause, Exception failure);
}
