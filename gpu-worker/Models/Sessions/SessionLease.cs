namespace SoraFunctions.Models.Sessions;

/// <summary>The right to use a session of a <see cref="SessionPool"/>; it cannot be unloaded before the lease is disposed.</summary>
public sealed class SessionLease : IDisposable
{
    private Action? _giveBack;

    internal SessionLease(ModelSession session, Action giveBack) => (Session, _giveBack) = (session, giveBack);

    /// <summary>The session; not to be used after the lease is disposed.</summary>
    public ModelSession Session { get; }

    /// <summary>Gives the session back. A second call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
