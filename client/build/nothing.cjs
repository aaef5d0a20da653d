// In place of what a library brings along and no page of ours can come to.
module.exports = {};
