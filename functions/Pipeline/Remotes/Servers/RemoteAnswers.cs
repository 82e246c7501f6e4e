using System.Collections.Concurrent;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>What remotes said of late to <see cref="RemoteHealth"/>, for the whole process.</summary>
public sealed class RemoteAnswers
{
    /// <summary>Why each takes no orders, null where it does, and until when that holds.</summary>
    internal ConcurrentDictionary<(string? Tenant, string Name, Uri Url, string KeyHint), (string? Why, DateTimeOffset Until)> Known { get; } = new();
}
