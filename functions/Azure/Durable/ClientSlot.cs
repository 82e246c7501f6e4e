using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Durable;

/// <summary>
/// Where a function leaves the Durable client that it was bound to, for all that its invocation does. The client comes by binding alone.
/// </summary>
public sealed class ClientSlot
{
    private DurableTaskClient? _client;

    /// <summary>The client of this invocation.</summary>
    /// <exception cref="InvalidOperationException">The function has no binding to it.</exception>
    public DurableTaskClient Client
    {
        get => _client ?? throw new InvalidOperationException(
            "This function has no Durable client: give it a parameter with [DurableClient] and leave that in the slot.");
        set => _client = value;
    }
}
