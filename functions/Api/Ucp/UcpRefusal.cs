using SoraFunctions.Commerce.Ucp;

namespace SoraFunctions.Api.Ucp;

/// <summary>Ends a call of the Universal Commerce Protocol before it is looked into.</summary>
internal sealed class UcpRefusal(int status, string code, string content) : Exception(content)
{
    public int Status { get; } = status;

    public UcpFault Fault { get; } = new(code, content);
}
