using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Outbound;

/// <summary>Gets the bytes of a picture or 3-D model from wherever a request says it is.</summary>
/// <param name="http">How addresses are called.</param>
public sealed class FileFetcher(OutboundHttp http)
{
    private const int MostRedirects = 3;

    /// <summary>Gets the bytes; at most as many as wanted.</summary>
    /// <param name="field">The field that names it.</param>
    /// <param name="source">An http or https address, a data: URL, or a file name within <paramref name="baseFolder"/>.</param>
    /// <param name="wanted">What is looked for there.</param>
    /// <param name="baseFolder">Where file names are looked for; null when they are not taken.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is nothing to be had.</exception>
    public async Task<byte[]> Fetch(string field, string source, WantedFile wanted, string? baseFolder, CancellationToken cancellation)
    {
        if (source.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return DataUrl.Decode(source) ?? throw Refuse(
                field, $"is not a base64 data: URL such as {wanted.DataUrl}", wanted.Invalid);
        }

        if (baseFolder is not null && !source.Contains("://", StringComparison.Ordinal))
        {
            return await ReadFile(field, source, wanted, baseFolder, cancellation);
        }

        using var content = new MemoryStream();
        await FetchInto(field, source, wanted, content, http.Options.Timeout, cancellation);
        return content.ToArray();
    }

    /// <summary>Writes the bytes at an address into a stream as they come; at most as many as wanted.</summary>
    /// <param name="field">The field that names it.</param>
    /// <param name="source">An http or https address.</param>
    /// <param name="wanted">What is looked for there.</param>
    /// <param name="target">Where the bytes go.</param>
    /// <param name="longest">How long all of it may take.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is nothing to be had; a part may have been written.</exception>
    public async Task FetchInto(
        string field, string source, WantedFile wanted, Stream target, TimeSpan longest, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            await Download(field, source, wanted, target, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Refuse(field, $"gave no {wanted.Kind} within {longest.TotalSeconds} s", wanted.Unreachable);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw fault.InnerException is ForbiddenAddressException || fault is ForbiddenAddressException
                ? Forbidden(field)
                : Refuse(field, "can't be reached: no answer from that address", wanted.Unreachable);
        }
    }

    private static async Task<byte[]> ReadFile(string field, string name, WantedFile wanted, string baseFolder, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(baseFolder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var file = new FileInfo(path);
        if (!path.StartsWith(folder, StringComparison.Ordinal) || !file.Exists)
        {
            throw Refuse(field, $"names no file beside the request: {name}", wanted.Unreachable);
        }

        return file.Length <= wanted.LargestLength
            ? await File.ReadAllBytesAsync(path, cancellation)
            : throw Refuse(field, $"has {file.Length} bytes; accepted is {wanted.Accepted}", wanted.Invalid);
    }

    private async Task Download(string field, string source, WantedFile wanted, Stream target, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!http.IsCallable(source, out var address))
            {
                throw address is { IsAbsoluteUri: true, UserInfo.Length: 0 } && address.Scheme.StartsWith("http", StringComparison.Ordinal)
                    ? Forbidden(field)
                    : Refuse(field, "must be an http or https address or a data: URL", RequestErrorCodes.InvalidValue);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await http.Send(request, cancellation);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } next)
            {
                source = new Uri(address, next).ToString();
                continue;
            }

            if (!answer.IsSuccessStatusCode)
            {
                throw Refuse(field, $"can't be reached: that address answers with status {(int)answer.StatusCode}", wanted.Unreachable);
            }

            await CopyBody(field, answer, wanted, target, cancellation);
            return;
        }

        throw Refuse(field, $"redirects more than {MostRedirects} times", wanted.Unreachable);
    }

    private static async Task CopyBody(
        string field, HttpResponseMessage answer, WantedFile wanted, Stream target, CancellationToken cancellation)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[81920];
        long sum = 0;
        for (int count; (count = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if ((sum += count) > wanted.LargestLength)
            {
                throw Refuse(field, $"is larger than accepted: {wanted.Accepted}", wanted.Invalid);
            }

            await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }

    private static RequestException Forbidden(string field) =>
        Refuse(field, "must be an address of the public internet; local and private networks are refused", RequestErrorCodes.ForbiddenAddress);

    private static RequestException Refuse(string field, string what, string code) =>
        new(new RequestError(field, $"{field} {what}.", code));
}
