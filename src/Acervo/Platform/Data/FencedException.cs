using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>The server that answers is not to be worked with. To whoever asks it is as if there were none.</summary>
public sealed class FencedException(string reason) : NpgsqlException(reason);
