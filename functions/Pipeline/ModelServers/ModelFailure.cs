namespace SoraFunctions.Pipeline.ModelServers;

/// <summary>A model gave nothing that can be used.</summary>
/// <param name="reason">Why, in words that may be shown to the caller: nothing of the server's own.</param>
/// <param name="inner">What happened.</param>
/// <param name="ofServer">Whether it says something of the server, not of this order alone: refusals of one caller's orders must not keep the model from others.</param>
internal sealed class ModelFailure(string reason, Exception? inner = null, bool ofServer = false) : Exception(reason, inner)
{
    /// <summary>Whether the next order would fail as well.</summary>
    public bool IsOfServer { get; } = ofServer;
}
